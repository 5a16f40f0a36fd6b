import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { cardPath } from '../board.ts'
import type { ZoneProps } from '../zone-view.ts'

interface CardTitleProps {
  readonly props: ZoneProps
  readonly table: 'goals' | 'actions' | 'successes' | 'plans'
  readonly id: string
  readonly words: string
}

/** The words of a card, leading to its page; a press anywhere on the card opens it. Pupils have no pages of cards. */
export function CardTitle({ props, table, id, words }: CardTitleProps): Html {
  if (props.audience === 'adds') return <span>{words}</span>
  return (
    <a class="title" href={cardPath(props.path, table, id)}>
      {words}
    </a>
  )
}
