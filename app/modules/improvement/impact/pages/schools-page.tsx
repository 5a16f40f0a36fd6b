import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Alert, EmptyState, PageHead, Table } from '../../../../platform/ui/index.ts'
import type { Figure, LayerName } from '../impact.ts'
import { layers } from '../impact.ts'
import { impactPath } from '../impact-path.ts'
import type { SchoolImpact } from '../school-impact.ts'
import { impactText } from '../text.ts'
import { figureName, sayAbsent, sayCell, sayCount } from './figure-words.ts'

interface SchoolsPageProps {
  readonly locale: Locale
  /** Of the governing body. */
  readonly name: string
  /** By name: an order that says nothing. */
  readonly schools: readonly SchoolImpact[]
}

/** The schools of a governing body: by name, in no order of merit, without colours that judge. */
export function SchoolsPage({ locale, name, schools }: SchoolsPageProps): Html {
  const words = impactText(locale)
  return (
    <div class="stack by-name">
      <PageHead over={name} title={words.title} />
      <p>{words.board.lead}</p>
      {schools.length === 0 ? (
        <EmptyState as="h2" title={words.board.none} />
      ) : (
        <Table
          stacks
          caption={words.title}
          captionHidden
          columns={[
            {
              head: words.board.school,
              cell: (school: SchoolImpact) => <a href={impactPath(school.slug)}>{school.name}</a>,
            },
            ...layers.map((layer) => ({
              head: columnHead(locale, layer),
              cell: (school: SchoolImpact) => <FigureCell locale={locale} figure={mainFigure(school, layer)} />,
            })),
          ]}
          rows={schools}
          source={words.board.source}
        />
      )}
      <Alert title={words.notSay}>{words.board.notSay}</Alert>
    </div>
  )
}

/** The one figure of a layer that stands in a table of schools. */
function mainFigure({ layers: all, overall }: SchoolImpact, layer: LayerName): Figure | undefined {
  if (layer === 'culture') return overall.culture
  if (layer === 'behaviour') return overall.behaviour
  return all.find(({ name }) => name === layer)?.figures[0]
}

const headOf = {
  execution: 'sessions',
  enthusiasm: 'pulse',
  culture: 'culture-all',
  behaviour: 'behaviour-all',
  results: 'reached',
} as const satisfies Readonly<Record<LayerName, string>>

function columnHead(locale: Locale, layer: LayerName): string {
  return figureName(locale, { name: headOf[layer] })
}

function FigureCell({ locale, figure }: { readonly locale: Locale; readonly figure: Figure | undefined }): Html {
  const words = impactText(locale)
  if (figure === undefined) return <span class="soft">{words.absent['not-measured']}</span>
  const { unit, outcome } = figure
  if (!outcome.ok) return <span class="soft">{sayAbsent(locale, unit, outcome)}</span>
  return (
    <>
      {sayCell(locale, unit, outcome)}
      <br />
      <span class="soft small">{sayCount(locale, figure, outcome.n)}</span>
    </>
  )
}
