import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Icon, Menu } from '../../../../platform/ui/index.ts'
import { canMove } from '../../period.ts'
import { yearText } from '../../text.year.ts'
import { Handle, type PeriodProps } from './period-card.tsx'

/** What a leader or coach can do with a period: change it, or let its theme change places with another one. */
export function PeriodMenu({ locale, school, board, period }: PeriodProps): Html {
  const words = yearText(locale)
  const path = `${school}/year/${board.schoolYear}`
  const others = board.periods.filter((other) => other.id !== period.id && canMove(other.stage))
  const moves = canMove(period.stage)
  return (
    <div class="period-tools">
      {moves && others.length > 0 && <Handle locale={locale} />}
      <Menu label={words.period.more(period.number)}>
        <a href={`${path}?edit=${period.number}#theme`}>
          <Icon name="pencil" />
          {words.edit}
        </a>
        {moves ? (
          others.map((other) => (
            <form method="post" action={`${path}/swap`} data-entry="">
              <input type="hidden" name="id" value={period.id} />
              <button type="submit" name="with" value={other.id}>
                <Icon name="arrows-exchange" />
                {words.period.swap(other.number, other.theme ?? words.period.noTheme.toLowerCase())}
              </button>
            </form>
          ))
        ) : (
          <p class="soft small">{words.period.fixed}</p>
        )}
      </Menu>
    </div>
  )
}
