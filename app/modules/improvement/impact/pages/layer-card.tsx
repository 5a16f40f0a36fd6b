import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { ButtonLink, Card, Chip, Fold } from '../../../../platform/ui/index.ts'
import { schoolYearName } from '../../school-year.ts'
import { ideas } from '../ideas.ts'
import type { Layer, LayerName } from '../impact.ts'
import { impactPath } from '../impact-path.ts'
import type { SchoolImpact } from '../school-impact.ts'
import { impactText } from '../text.ts'
import { FigureTable } from './figure-table.tsx'

const tones = {
  execution: 'board',
  enthusiasm: 'voice',
  culture: 'insight',
  behaviour: 'visit',
  results: 'design',
} as const satisfies Readonly<Record<LayerName, string>>

interface LayerCardProps {
  readonly locale: Locale
  readonly impact: SchoolImpact
  readonly layer: Layer
  /** Whether there is a board that the one who looks may write on. */
  readonly writes: boolean
}

/** One layer: what it asks, its figures, what they don't say, and what can be tried. */
export function LayerCard({ locale, impact, layer, writes }: LayerCardProps): Html {
  const words = impactText(locale)
  const own = words.layers[layer.name]
  const { phase, agreement, slug, scanYear, behaviourHalf } = impact
  return (
    <Card as="section" id={layer.name} tone={tones[layer.name]} over={own.over}>
      <h2>{own.title}</h2>
      <FigureTable locale={locale} caption={own.title} figures={layer.figures} source={own.source} />
      {layer.name === 'execution' && (
        <p class="no-print">
          <a href={`${impactPath(slug, 'year')}#teams`}>{words.byTeam.title}</a>
        </p>
      )}
      {layer.name === 'enthusiasm' && phase && <p>{words.dip[phase.phase](phase.months)}</p>}
      {layer.name === 'culture' && scanYear !== null && scanYear !== impact.schoolYear && (
        <p>{words.scanOf(schoolYearName(scanYear))}</p>
      )}
      {layer.name === 'behaviour' && behaviourHalf !== null && (
        <p>{words.behaviourOf(formatDay(locale, behaviourHalf, 'long'))}</p>
      )}
      {layer.name === 'culture' && agreement.length > 0 && (
        <Fold summary={words.agreement.title}>
          <FigureTable
            locale={locale}
            caption={words.agreement.title}
            figures={agreement}
            head={words.agreement.team}
            source={words.agreement.lead}
          />
        </Fold>
      )}
      {layer.name === 'culture' && !layer.figures.some(({ outcome }) => outcome.ok) && (
        <div class="actions no-print">
          <ButtonLink kind="quiet" href={impactPath(slug, 'scan')}>
            {words.toScan}
          </ButtonLink>
        </div>
      )}
      <p>
        <b>{words.notSay}.</b> {own.notSay}
      </p>
      {writes && (
        <Fold summary={words.try.title}>
          <p class="soft">{words.try.lead}</p>
          <ul class="ideas">
            {ideas[layer.name].map(({ key, kind }) => (
              <li>
                <a href={impactPath(slug, `try/${key}`)}>{words.ideas[key]}</a> <Chip>{words.try.kinds[kind]}</Chip>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  )
}
