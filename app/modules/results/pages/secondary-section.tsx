import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Table } from '../../../platform/ui/index.ts'
import { numberWords } from '../number-words.ts'
import { ShareBars } from '../pictures/share-bars.tsx'
import type { ShownShare } from '../school/domain-view.ts'
import type { SecondaryCountry, Source } from '../secondary/country.ts'
import type { Count, ExamYear, Progress } from '../secondary/secondary-figures.ts'
import type { SecondaryFigures } from '../secondary/secondary-store.ts'
import { sourceWords } from '../secondary/source-words.ts'
import type { CountrySpread } from '../secondary/spread.ts'
import { secondaryText } from '../secondary/text.ts'
import { IndicatorsSection } from './indicators-section.tsx'

/** What is published of a secondary school, as pictures and tables. */
export function SecondarySection({
  locale,
  figures,
}: {
  readonly locale: Locale
  readonly figures: SecondaryFigures
}): Html {
  const words = secondaryText(locale)
  const { progress, exams, indicators, country } = figures
  return (
    <>
      <p class="lead">{words.lead}</p>
      <IndicatorsSection locale={locale} views={indicators} />
      <section class="stack" id="progress">
        <h2>{words.progress}</h2>
        {progress === undefined ? (
          <p>{words.noProgress}</p>
        ) : (
          <Moves locale={locale} progress={progress} country={country} />
        )}
      </section>
      <section class="stack" id="exams">
        <h2>{words.exams}</h2>
        {exams === undefined ? <p>{words.noExams}</p> : <Exams locale={locale} {...exams} country={country} />}
      </section>
    </>
  )
}

function Moves({
  locale,
  progress,
  country,
}: {
  readonly locale: Locale
  readonly country: SecondaryCountry
  readonly progress: Progress & { readonly source: Source }
}): Html {
  const words = secondaryText(locale)
  const rows = progress.moves.map(({ move, share }) => ({ name: words.move[move], share }))
  const said = rows.map(({ name, share }) => `${name} ${percentWords(locale, share)}`).join(', ')
  return (
    <>
      <p>{words.progressLead(countWords(locale, progress.pupils))}</p>
      <figure>
        <ShareBars rows={rows} label={words.picture(said)} />
        <figcaption class="small soft">{words.legend}</figcaption>
      </figure>
      <Table
        caption={words.progress}
        captionHidden
        stacks
        columns={[
          { head: words.heads.move, cell: ({ move }: Progress['moves'][number]) => words.move[move] },
          { head: words.heads.pupils, cell: ({ pupils }) => countWords(locale, pupils), numeric: true },
          { head: words.heads.share, cell: ({ share }) => percentWords(locale, share), numeric: true },
          { head: words.heads.chance, cell: ({ share }) => chanceWords(locale, share), numeric: true },
        ]}
        rows={progress.moves}
        source={sourceWords(locale, progress.source)}
      />
      <Country
        locale={locale}
        title={words.progress}
        lead={words.country.movesLead}
        head={words.heads.move}
        rows={progress.moves.flatMap(({ move }) => {
          const spread = country.moved.get(move)
          return spread === undefined ? [] : [{ name: words.move[move], spread }]
        })}
      />
    </>
  )
}

function Exams({
  locale,
  years,
  source,
  country,
}: {
  readonly country: SecondaryCountry
  readonly locale: Locale
  readonly years: readonly ExamYear[]
  readonly source: Source
}): Html {
  const words = secondaryText(locale)
  const spreads = [...new Set(years.map(({ track }) => track))].flatMap((track) => {
    const spread = country.passed.get(track)
    return spread === undefined ? [] : [{ name: track, spread, period: spread.period }]
  })
  return (
    <>
      <p>{words.examsLead}</p>
      <Table
        caption={words.exams}
        captionHidden
        stacks
        columns={[
          { head: words.heads.track, cell: ({ track }: ExamYear) => track },
          { head: words.heads.year, cell: ({ period }) => period },
          { head: words.heads.candidates, cell: ({ candidates }) => countWords(locale, candidates), numeric: true },
          { head: words.heads.passed, cell: ({ passed }) => countWords(locale, passed), numeric: true },
          { head: words.heads.share, cell: ({ share }) => percentWords(locale, share), numeric: true },
          { head: words.heads.chance, cell: ({ share }) => chanceWords(locale, share), numeric: true },
        ]}
        rows={years}
        source={sourceWords(locale, source)}
      />
      <Country
        locale={locale}
        title={words.exams}
        lead={words.country.examsLead([...new Set(spreads.map(({ period }) => period))].join(', '))}
        head={words.heads.track}
        rows={spreads}
      />
    </>
  )
}

interface CountryRow {
  readonly name: string
  readonly spread: CountrySpread
}

/** Where the middle half of locations lies; nothing where there are too few of them. */
function Country({
  locale,
  title,
  lead,
  head,
  rows,
}: {
  readonly locale: Locale
  readonly title: string
  readonly lead: string
  readonly head: string
  readonly rows: readonly CountryRow[]
}): Html {
  const words = secondaryText(locale)
  if (rows.length === 0) return <></>
  const percent = ({ low, high }: Count) => words.percent(numberWords(locale, low), numberWords(locale, high))
  return (
    <>
      <p>{lead}</p>
      <Table
        caption={words.country.caption(title)}
        stacks
        columns={[
          { head, cell: ({ name }: CountryRow) => name },
          {
            head: words.country.locations,
            cell: ({ spread }) => numberWords(locale, spread.locations),
            numeric: true,
          },
          { head: words.country.middle, cell: ({ spread }) => percent(spread.median), numeric: true },
          {
            head: words.country.half,
            cell: ({ spread }) => percent({ low: spread.lower.low, high: spread.upper.high }),
            numeric: true,
          },
        ]}
        rows={rows}
      />
    </>
  )
}

function countWords(locale: Locale, { low, high }: Count): string {
  const words = secondaryText(locale)
  if (!Number.isFinite(high)) return words.atLeast(numberWords(locale, low))
  return words.range(numberWords(locale, low), numberWords(locale, high))
}

function percentWords(locale: Locale, share: ShownShare | undefined): string {
  const words = secondaryText(locale)
  if (share === undefined) return words.unknown
  return words.percent(numberWords(locale, share.low), numberWords(locale, share.high))
}

function chanceWords(locale: Locale, share: ShownShare | undefined): string {
  if (share === undefined) return '–'
  const [low, high] = share.chance
  return secondaryText(locale).percent(numberWords(locale, Math.round(low)), numberWords(locale, Math.round(high)))
}
