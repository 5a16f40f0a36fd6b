import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamTime } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Button, Chip } from '../../../../platform/ui/index.ts'
import type { Fact } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'

interface FactListProps {
  readonly locale: Locale
  readonly facts: readonly Fact[]
  /** Where a fact that is taken away is posted; without it nothing can be. */
  readonly removeAction?: string | undefined
}

/** What was seen and heard, in order, each with the time at which it was. */
export function FactList({ locale, facts, removeAction }: FactListProps): Html {
  const words = seenText(locale).watch
  return (
    <ol class="facts-seen" id="facts">
      {facts.map((fact) => (
        <li class="card tone-visit">
          <p class="over">
            <time datetime={fact.noticedAt.toISOString()}>{amsterdamTime(fact.noticedAt)}</time>{' '}
            <Chip icon={fact.kind === 'seen' ? 'eye' : 'message-circle'}>{words.kinds[fact.kind]}</Chip>
          </p>
          <div class="spread">
            <p>{fact.words}</p>
            {removeAction && (
              <form method="post" action={removeAction} data-entry data-entry-keep>
                <Button
                  kind="plain"
                  size="square"
                  icon="trash"
                  name="fact"
                  value={fact.id}
                  label={words.remove(fact.words)}
                />
              </form>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
