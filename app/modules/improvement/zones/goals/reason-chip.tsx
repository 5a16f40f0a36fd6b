import { type Html, trustedHtml } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Chip } from '../../../../platform/ui/index.ts'
import { referencePath } from '../../../../platform/web/reference.ts'
import type { GoalCard } from '../../cards.ts'
import type { BoardKind } from '../../tables.ts'
import { zoneText } from '../../text.board.ts'

interface ReasonChipProps {
  readonly locale: Locale
  readonly kind: BoardKind
  /** Of the board: `/s/<slug>/boards/<id>`. */
  readonly path: string
  readonly goal: Pick<GoalCard, 'reason' | 'reasonFrom'>
}

/** Where a goal comes from: leads there when it came from another module, and is words alone when it is the team's own. */
export function ReasonChip({ locale, kind, path, goal }: ReasonChipProps): Html {
  if (goal.reason === '') return trustedHtml('')
  const words = zoneText(locale, kind).goals
  if (goal.reasonFrom === null) return <p class="over">{words.because(goal.reason)}</p>
  const organisationSlug = path.split('/')[2] ?? ''
  return (
    <Chip tone="insight" icon="arrow-up-right" href={referencePath(organisationSlug, goal.reasonFrom)}>
      {words.from(goal.reason)}
    </Chip>
  )
}
