import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { type Day, formatDay } from '../../../platform/text/days.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Table } from '../../../platform/ui/index.ts'
import { numberWords } from '../number-words.ts'
import { ShareBars } from '../pictures/share-bars.tsx'
import type { ShownShare } from '../school/domain-view.ts'
import type { Count, ExamYear, Progress } from '../secondary/secondary-figures.ts'
import type { SecondaryFigures, Source } from '../secondary/secondary-store.ts'
import { secondaryText } from '../secondary/text.ts'

/** What is published of a secondary school, as pictures and tables. */
export function SecondarySection({
  locale,
  figures,
}: {
  readonly locale: Locale
  readonly figures: SecondaryFigures
}): Html {
  const words = secondaryText(locale)
  const { progress, exams } = figures
  return (
    <>
      <p class="lead">{words.lead}</p>
      <section class="stack" id="progress">
        <h2>{words.progress}</h2>
        {progress === undefined ? <p>{words.noProgress}</p> : <Moves locale={locale} progress={progress} />}
      </section>
      <section class="stack" id="exams">
        <h2>{words.exams}</h2>
        {exams === undefined ? <p>{words.noExams}</p> : <Exams locale={locale} {...exams} />}
      </section>
    </>
  )
}

function Moves({
  locale,
  progress,
}: {
  readonly locale: Locale
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
    </>
  )
}

function Exams({
  locale,
  years,
  source,
}: {
  readonly locale: Locale
  readonly years: readonly ExamYear[]
  readonly source: Source
}): Html {
  const words = secondaryText(locale)
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

function sourceWords(locale: Locale, { name, publishedOn, schoolYear }: Source): string {
  return secondaryText(locale).source(name, formatDay(locale, publishedOn as Day, 'long'), schoolYear)
}
