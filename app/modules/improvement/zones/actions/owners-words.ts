import { ownerNames } from '../../action.ts'
import type { ActionCard } from '../../cards.ts'
import { zoneText } from '../../text.board.ts'
import type { ZoneProps } from '../../zone-view.ts'

/** Who does it: 'allen', or first names with a dot between them. */
export function ownersWords(props: Pick<ZoneProps, 'locale' | 'board' | 'data'>, action: ActionCard): string {
  const words = zoneText(props.locale, props.board.kind).actions
  const names = ownerNames(action, props.data.team)
  return (action.everyone ? [words.everyone, ...names] : names).join(' · ')
}
