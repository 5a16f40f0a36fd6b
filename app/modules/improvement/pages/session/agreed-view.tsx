import { Fragment, type Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Chip, Table } from '../../../../platform/ui/index.ts'
import { ownerNames } from '../../action.ts'
import type { Colleague } from '../../cards.ts'
import { sayNumber } from '../../figure.ts'
import type { Agreed, AgreedAction } from '../../session-agreed.ts'
import { zoneText } from '../../text.board.ts'
import { sessionText } from '../../text.session.ts'

interface AgreedViewProps {
  readonly locale: Locale
  readonly agreed: Agreed
  readonly people: readonly Colleague[]
}

/** What a session came to: who does what, what is behind, what went well, what is planned. */
export function AgreedView({ locale, agreed, people }: AgreedViewProps): Html {
  const words = sessionText(locale).summary
  return (
    <div class="stack loose">
      <section class="stack">
        <h2>{words.who}</h2>
        {agreed.actions.length === 0 ? (
          <p class="soft">{words.noActions}</p>
        ) : (
          <Table
            stacks
            caption={words.who}
            captionHidden
            columns={[
              {
                head: words.what,
                cell: (action: AgreedAction) => (
                  <>
                    {action.description} {action.fresh && <Chip tone="board">{words.fresh}</Chip>}
                  </>
                ),
              },
              { head: words.owners, cell: (action: AgreedAction) => ownersOf(locale, action, people) },
              {
                head: words.due,
                cell: (action: AgreedAction) =>
                  action.dueOn === null ? words.noDue : formatDay(locale, action.dueOn, 'weekday'),
              },
            ]}
            rows={agreed.actions}
          />
        )}
      </section>
      <Section title={words.plans} lines={agreed.plans.map((plan) => said(plan.description, plan.byName))} />
      <Section
        title={words.closed}
        lines={agreed.closed.map(({ description, state, reason }) =>
          [`${description}: ${words.states[state]}`, reason && words.because(reason)].filter(Boolean).join(', '),
        )}
      />
      <Section title={words.successes} lines={agreed.successes.map((each) => said(each.description, each.byName))} />
      <Section
        title={words.readings}
        lines={agreed.readings.map(({ effect, value, outOf }) => `${effect}: ${figureOf(locale, value, outOf)}`)}
      />
    </div>
  )
}

function Section({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): Html {
  if (lines.length === 0) return <Fragment />
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** Who does it, in words: everybody, or first names. */
function ownersOf(locale: Locale, action: AgreedAction, people: readonly Colleague[]): string {
  const names = ownerNames(action, people)
  return (action.everyone ? [sessionText(locale).summary.everyone, ...names] : names).join(', ')
}

const said = (description: string, byName: string): string =>
  byName === '' ? description : `${description} — ${byName}`

function figureOf(locale: Locale, value: number, outOf: number | null): string {
  const figure = sayNumber(locale, value)
  if (outOf === null) return figure
  return `${figure} ${zoneText(locale, 'improvement').goals.outOf(sayNumber(locale, outOf))}`
}
