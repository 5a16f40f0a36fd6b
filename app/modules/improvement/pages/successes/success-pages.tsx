import { formatDay } from '../../../../platform/text/days.ts'
import { Button, Card, Was } from '../../../../platform/ui/index.ts'
import { findSuccess } from '../../card-queries.ts'
import { zoneText } from '../../text.board.ts'
import { cardsText } from '../../text.cards.ts'
import { AddSuccessForm } from '../../zones/successes/add-success.tsx'
import { SuccessFields } from '../../zones/successes/success-fields.tsx'
import { Back } from '../back.tsx'
import { cardPage, newCardPage } from '../card-page.tsx'
import { Facts } from '../facts.tsx'

export const newSuccessPage = newCardPage({
  table: 'successes',
  form: (zone, filled) => <AddSuccessForm props={zone} filled={filled} />,
})

export const successPage = cardPage({
  table: 'successes',
  find: findSuccess,
  more: async () => null,
  title: (card) => card.description,
  body: ({ zone, card, writes, path, filledOf }) => {
    const { locale, board } = zone
    const words = zoneText(locale, board.kind).successes
    if (!writes) {
      const day = formatDay(locale, card.onDate, 'long')
      const facts = [
        [words.description, card.description],
        [words.by, card.byName],
        [cardsText(locale).archive.when, day],
      ] as const
      return <Facts facts={facts} />
    }
    return (
      <Card>
        <form class="form" method="post" action={path} data-entry="">
          <Back to="board" />
          <Was fields={{ description: card.description, byName: card.byName }} />
          <SuccessFields locale={locale} kind={board.kind} filled={filledOf('success')} shown={card} />
          <div class="actions">
            <Button kind="main">{cardsText(locale).save}</Button>
          </div>
        </form>
      </Card>
    )
  },
})
