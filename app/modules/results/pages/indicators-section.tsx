import { indicatorFacts, type JudgedIndicator } from '@kantelpunt/school-results'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Fold, Table } from '../../../platform/ui/index.ts'
import { listWords, numberWords } from '../number-words.ts'
import { IndicatorStrip } from '../pictures/indicator-strip.tsx'
import type { IndicatorView } from '../secondary/country.ts'
import { indicatorParagraph, indicatorWords, isAboutFew, sideWords } from '../secondary/indicator-words.ts'
import { sourceWords } from '../secondary/source-words.ts'
import { secondaryText } from '../secondary/text.ts'

/** The Inspectorate's four figures of a secondary school: in words, as pictures, and as tables with their norms. */
export function IndicatorsSection({
  locale,
  views,
}: {
  readonly locale: Locale
  readonly views: readonly IndicatorView[]
}): Html {
  const words = secondaryText(locale)
  const { indicators } = words
  return (
    <section class="stack" id="indicators">
      <h2>{indicators.title}</h2>
      {views.length === 0 ? (
        <p>{indicators.none}</p>
      ) : (
        <>
          <p>
            {indicatorParagraph(
              locale,
              views.map(({ judged }) => judged),
            ).join(' ')}
          </p>
          <div class="domain-levels">
            {views.map((view) => (
              <Indicator locale={locale} view={view} />
            ))}
          </div>
          <p class="small soft">{indicators.legend}</p>
          <p class="source">
            {[
              ...new Set(
                views.flatMap(({ sources }) =>
                  sources.map((source) => sourceWords(locale, { ...source, schoolYear: null })),
                ),
              ),
            ].join(' ')}
          </p>
        </>
      )}
    </section>
  )
}

interface IndicatorProps {
  readonly locale: Locale
  readonly view: IndicatorView
}

function Indicator({ locale, view }: IndicatorProps): Html {
  const { indicators: words } = secondaryText(locale)
  const { judged, country } = view
  const { indicator, track, wanted, years, mean, norm, pupils } = judged
  const name = words.of(words.name[indicator], words.track[track])
  const { least, most, unit } = indicatorFacts[indicator]
  const missing = wanted.filter((period) => years.every((each) => each.period !== period))
  const normWords = norm === undefined ? '' : words.norm(numberWords(locale, norm.value, 2))
  return (
    <figure class="stack">
      <figcaption>
        <b>{name}</b> <span class="soft small">{words.inspectorate[indicator]}</span>
      </figcaption>
      <IndicatorStrip
        rows={[
          ...wanted.map((period) => ({
            name: words.year(period),
            value: years.find((each) => each.period === period)?.value,
            isAll: false,
          })),
          { name: words.years, value: mean, isAll: true },
        ]}
        least={least}
        most={most}
        step={unit === 'mark' ? 0.5 : 5}
        norm={norm?.value}
        half={country === undefined ? undefined : { low: country.lower.low, high: country.upper.high }}
        number={(value) => numberWords(locale, value)}
        normWords={normWords}
        label={words.picture(name, mean === undefined ? '?' : indicatorWords(locale, judged, mean), normWords)}
      />
      <p>
        {sideWords(locale, judged)}. {normSentence(locale, view)}
        {missing.length > 0 && ` ${words.missing(listWords(locale, missing))}`}
        {isAboutFew(judged) && pupils !== undefined && ` ${words.few(pupilWords(locale, pupils))}`}
      </p>
      <Fold summary={words.table(name)}>
        <Figures locale={locale} view={view} name={name} />
      </Fold>
    </figure>
  )
}

function normSentence(locale: Locale, { judged, sources }: IndicatorView): string {
  const { indicators: words } = secondaryText(locale)
  const { norm } = judged
  if (norm === undefined) return ''
  const value = indicatorWords(locale, judged, { low: norm.value, high: norm.value })
  if (norm.by.is === 'file') {
    return words.byFile(
      value,
      listWords(
        locale,
        sources.map(({ name }) => name),
      ),
    )
  }
  const sentence = words.byVersion(value, norm.by.title, norm.by.id)
  return norm.loweredFor === undefined ? sentence : `${sentence} ${words.lowered}`
}

interface FigureRow {
  readonly name: string
  readonly pupils: string
  readonly value: string
  readonly side: string
}

function Figures({ locale, view, name }: IndicatorProps & { readonly name: string }): Html {
  const words = secondaryText(locale)
  const { indicators, country: ofCountry } = words
  const { judged, country } = view
  const value = (ends: { readonly low: number; readonly high: number } | undefined) =>
    ends === undefined ? words.unknown : indicatorWords(locale, judged, ends)
  const side = ({ side: { is } }: Pick<JudgedIndicator, 'side'>) => indicators.shortSide[is]
  const plain = { pupils: '', side: '' }
  const { norm } = judged
  const rows: readonly FigureRow[] = [
    ...judged.wanted.map((period): FigureRow => {
      const year = judged.years.find((each) => each.period === period)
      return year === undefined
        ? { ...plain, name: period, value: words.unknown }
        : { name: period, pupils: pupilWords(locale, year.pupils), value: value(year.value), side: side(year) }
    }),
    {
      name: indicators.rowYears,
      pupils: pupilWords(locale, judged.pupils),
      value: value(judged.mean),
      side: side(judged),
    },
    ...(norm === undefined
      ? []
      : [{ ...plain, name: indicators.rowNorm, value: value({ low: norm.value, high: norm.value }) }]),
    ...(country === undefined
      ? []
      : [
          { ...plain, name: ofCountry.median, value: value(country.median) },
          { ...plain, name: ofCountry.row, value: value({ low: country.lower.low, high: country.upper.high }) },
        ]),
  ]
  return (
    <Table
      caption={indicators.table(name)}
      captionHidden
      stacks
      columns={[
        { head: indicators.heads.period, cell: (row: FigureRow) => row.name },
        { head: indicators.heads.pupils, cell: (row) => row.pupils, numeric: true },
        { head: indicators.heads.value, cell: (row) => row.value, numeric: true },
        { head: indicators.heads.side, cell: (row) => row.side },
      ]}
      rows={rows}
    />
  )
}

function pupilWords(locale: Locale, pupils: { readonly low: number; readonly high: number } | undefined): string {
  const words = secondaryText(locale)
  if (pupils === undefined) return ''
  if (!Number.isFinite(pupils.high)) return words.atLeast(numberWords(locale, pupils.low))
  return words.range(numberWords(locale, pupils.low), numberWords(locale, pupils.high))
}
