import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Fold, Table } from '../../../platform/ui/index.ts'
import { numberWords } from '../number-words.ts'
import { LevelStrip } from '../pictures/level-strip.tsx'
import type { DomainView, LevelView, ShownShare } from '../school/domain-view.ts'
import type { Spread } from '../school/spread.ts'
import { schoolText } from '../school/text.ts'

/** One domain of a school: both levels as pictures, what they say in words, and the figures behind them. */
export function DomainSection({ locale, view }: { readonly locale: Locale; readonly view: DomainView }): Html {
  const words = schoolText(locale)
  return (
    <section class="stack">
      <h2>{words.domainTitle[view.domain]}</h2>
      <div class="domain-levels">
        {view.levels.map((level) => (
          <Level locale={locale} view={view} level={level} />
        ))}
      </div>
    </section>
  )
}

interface LevelProps {
  readonly locale: Locale
  readonly view: DomainView
  readonly level: LevelView
}

function Level({ locale, view, level }: LevelProps): Html {
  const words = schoolText(locale)
  const { name, what } = words.level[level.indicator]
  const domain = words.domain[view.domain]
  const norm = level.norm === undefined ? '' : words.school.pictureNorm(`${numberWords(locale, level.norm)}\u00a0%`)
  return (
    <figure class="stack">
      <figcaption>
        <b>{name}</b> <span class="soft small">{what}</span>
      </figcaption>
      <LevelStrip
        level={level}
        label={words.school.picture(name, domain, shareWords(locale, level.overYears), norm)}
        words={{
          years: words.school.years,
          norm: (value) => words.school.norm(numberWords(locale, value)),
          year: words.school.year,
        }}
      />
      <div>
        <p>{words.school.standing[level.standing]}.</p>
        <p class="small soft">
          {words.school.beside(spreadWords(locale, level.similar), spreadWords(locale, level.country))}
        </p>
      </div>
      <Fold summary={words.school.table(name, domain)}>
        <Figures locale={locale} view={view} level={level} />
      </Fold>
    </figure>
  )
}

interface FigureRow {
  readonly name: string
  readonly pupils: string
  readonly reached: string
  readonly chance: string
}

function Figures({ locale, view, level }: LevelProps): Html {
  const words = schoolText(locale)
  const { school } = words
  const figure = (name: string, share: ShownShare | undefined, pupils: string): FigureRow => ({
    name,
    pupils,
    reached: shareWords(locale, share),
    chance:
      share === undefined
        ? ''
        : school.share(numberWords(locale, share.chance[0]), numberWords(locale, share.chance[1])),
  })
  const spread = (name: string, of: Spread | undefined): readonly FigureRow[] =>
    of === undefined
      ? []
      : [
          {
            name,
            pupils: '',
            reached: spreadWords(locale, of) ?? '',
            chance: '',
          },
        ]
  const rows: readonly FigureRow[] = [
    ...level.years.map(({ period, pupils, share }) =>
      figure(period, share, pupils.low === pupils.high ? String(pupils.low) : `${pupils.low} – ${pupils.high}`),
    ),
    figure(school.row.years, level.overYears, ''),
    ...(level.norm === undefined
      ? []
      : [{ name: school.row.norm, pupils: '', reached: `${numberWords(locale, level.norm)}\u00a0%`, chance: '' }]),
    ...spread(school.row.similar, level.similar),
    ...spread(school.row.country, level.country),
  ]
  return (
    <Table
      caption={school.table(words.level[level.indicator].name, words.domain[view.domain])}
      captionHidden
      stacks
      columns={[
        { head: school.period, cell: ({ name }: FigureRow) => name },
        { head: school.pupils, cell: ({ pupils }) => pupils, numeric: true },
        { head: school.reached, cell: ({ reached }) => reached, numeric: true },
        { head: school.byChance, cell: ({ chance }) => chance, numeric: true },
      ]}
      rows={rows}
    />
  )
}

function spreadWords(locale: Locale, spread: Spread | undefined): string | undefined {
  return spread && schoolText(locale).school.share(numberWords(locale, spread.low), numberWords(locale, spread.high))
}

function shareWords(locale: Locale, share: ShownShare | undefined): string {
  const words = schoolText(locale).school
  return share === undefined
    ? words.unknown
    : words.share(numberWords(locale, share.low), numberWords(locale, share.high))
}
