import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { ZoneProps } from '../zone-view.ts'

interface CardTitleProps {
  readonly props: ZoneProps
  readonly table: 'goals' | 'actions' | 'successes' | 'plans'
  readonly id: string
  readonly words: string
}

/**
 * The words of a card, leading to its page; a press anywhere on the card opens it. Pupils have no pages of cards. The
 * address is relative to that of the board and the link has no class: a board may have a hundred of them.
 */
export function CardTitle({ props, table, id, words }: CardTitleProps): Html {
  if (props.audience === 'adds') return <span>{words}</span>
  return <a href={`${props.board.id}/${table}/${id}`}>{words}</a>
}
