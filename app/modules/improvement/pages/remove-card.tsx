import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Button, Fold } from '../../../platform/ui/index.ts'
import { cardsText } from '../text.cards.ts'
import { Back } from './back.tsx'

interface RemoveCardProps {
  readonly locale: Locale
  /** Of the board. */
  readonly path: string
  /** `action:<id>`, as in the journal. */
  readonly card: string
  readonly removed: boolean
}

/** Takes a card off the board, asked twice; or puts it back. Nothing is thrown away. */
export function RemoveCard({ locale, path, card, removed }: RemoveCardProps): Html {
  const words = cardsText(locale)
  if (removed) {
    return (
      <form method="post" action={`${path}/returns`}>
        <Back to="board" />
        <Button kind="strong" name="card" value={card}>
          {words.putBack}
        </Button>
      </form>
    )
  }
  return (
    <Fold summary={words.remove}>
      <form class="form" method="post" action={`${path}/removals`} data-entry="">
        <Back to="board" />
        <p>{words.removeLead}</p>
        <div class="actions">
          <Button kind="danger" name="card" value={card}>
            {words.removeYes}
          </Button>
        </div>
      </form>
    </Fold>
  )
}
