import { type Domain, domains, type NormSet } from '@kantelpunt/school-results'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Fold, Table } from '../../../platform/ui/index.ts'
import { numberWords } from '../number-words.ts'
import type { Picture } from '../picture/picture-store.ts'
import { WeightingCells } from '../pictures/weighting-cells.tsx'
import { keptPlots } from '../policy/kept-rules.ts'
import { policyText } from '../policy/text.ts'
import { normOfClass, type PlotClass, type Quartiles, type WeightingPlot } from '../policy/weighting-plot.ts'

interface RulesPlotsProps {
  readonly locale: Locale
  readonly picture: Picture
  /** The rule whose norms are the line. */
  readonly rule: NormSet
}

/** Schoolweging against what pupils reach, per domain, with the norm as a line and a table by class. */
export function RulesPlots({ locale, picture, rule }: RulesPlotsProps): Html {
  const words = policyText(locale).plot
  return (
    <section class="stack" id="weighting">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <div class="domain-levels">
        {keptPlots(picture, domains).map((plot) => (
          <Plot locale={locale} plot={plot} rule={rule} />
        ))}
      </div>
      <p class="small soft">{words.legend}</p>
    </section>
  )
}

function Plot({
  locale,
  plot,
  rule,
}: {
  readonly locale: Locale
  readonly plot: WeightingPlot
  readonly rule: NormSet
}): Html {
  const words = policyText(locale).plot
  const name = words.domain[plot.domain]
  const normOf = (from: number) => normOfClass(rule, plot.domain, '1S/2F', from)
  return (
    <figure class="stack">
      <h3>{name}</h3>
      <WeightingCells
        plot={plot}
        normOf={normOf}
        label={words.label(name, numberWords(locale, plot.schools))}
        words={words}
      />
      <figcaption class="small soft">
        {words.shown(numberWords(locale, plot.schools), numberWords(locale, plot.hidden))}
      </figcaption>
      <Fold summary={words.table(name)}>
        <ClassTable locale={locale} domain={plot.domain} classes={plot.classes} normOf={normOf} />
      </Fold>
    </figure>
  )
}

interface ClassTableProps {
  readonly locale: Locale
  readonly domain: Domain
  readonly classes: readonly PlotClass[]
  readonly normOf: (from: number) => number | undefined
}

function ClassTable({ locale, domain, classes, normOf }: ClassTableProps): Html {
  const words = policyText(locale).plot
  const said = (quartiles: Quartiles | undefined) =>
    quartiles === undefined
      ? words.few
      : [quartiles.first, quartiles.middle, quartiles.third].map((value) => numberWords(locale, value)).join(' · ')
  return (
    <Table
      caption={words.table(words.domain[domain])}
      captionHidden
      columns={[
        { head: words.heads.class, cell: ({ from }: PlotClass) => `${from} – ${from + 1}` },
        { head: words.heads.schools, cell: ({ schools }) => numberWords(locale, schools), numeric: true },
        { head: words.heads.low, cell: ({ low }) => said(low), numeric: true },
        { head: words.heads.high, cell: ({ high }) => said(high), numeric: true },
        {
          head: words.heads.norm,
          cell: ({ from }) => {
            const norm = normOf(from)
            return norm === undefined ? '–' : numberWords(locale, norm)
          },
          numeric: true,
        },
      ]}
      rows={classes}
      source={words.quartiles}
    />
  )
}
