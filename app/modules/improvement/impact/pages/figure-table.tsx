import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Table } from '../../../../platform/ui/index.ts'
import type { Figure } from '../impact.ts'
import { impactText } from '../text.ts'
import { figureName, sayAbsent, sayBetween, sayCount, sayFigure, sayPlain } from './figure-words.ts'
import { IntervalBar } from './interval-bar.tsx'

interface FigureTableProps {
  readonly locale: Locale
  readonly caption: string
  readonly figures: readonly Figure[]
  /** What the first column names; left out: a figure. */
  readonly head?: string
  readonly source?: Child
}

/** Figures under each other, each with its picture, its interval and how many it comes from. */
export function FigureTable({ locale, caption, figures, head, source }: FigureTableProps): Html {
  const words = impactText(locale)
  const { columns } = words
  return (
    <Table
      stacks
      caption={caption}
      captionHidden
      columns={[
        { head: head ?? columns.what, cell: (figure: Figure) => figureName(locale, figure) },
        { head: columns.value, cell: (figure: Figure) => <FigureValue locale={locale} figure={figure} /> },
        { head: columns.picture, cell: (figure: Figure) => <IntervalBar locale={locale} figure={figure} /> },
        {
          head: columns.between,
          cell: ({ unit, outcome }: Figure) => (outcome.ok ? sayBetween(locale, unit, outcome.interval) : '–'),
        },
        {
          head: columns.n,
          cell: (figure: Figure) => (figure.outcome.ok ? sayCount(locale, figure, figure.outcome.n) : '–'),
        },
      ]}
      rows={figures}
      source={source}
    />
  )
}

function FigureValue({ locale, figure }: { readonly locale: Locale; readonly figure: Figure }): Html {
  const { unit, outcome, reference } = figure
  return (
    <>
      {outcome.ok ? (
        <b class="num">{sayFigure(locale, unit, outcome.value)}</b>
      ) : (
        <span class="soft">{sayAbsent(locale, unit, outcome)}</span>
      )}
      {reference !== undefined && (
        <>
          <br />
          <span class="soft small">{impactText(locale).reference(sayPlain(locale, unit, reference))}</span>
        </>
      )}
    </>
  )
}
