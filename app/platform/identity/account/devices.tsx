import type { Html } from '#html'
import { amsterdamDay, formatDay } from '../../text/days.ts'
import type { Locale } from '../../text/dictionary.ts'
import { Button, Card, Chip } from '../../ui/index.ts'
import type { Device } from './account-store.ts'
import { text } from './text.ts'

/** Where somebody is signed in, with a way out of each. */
export function Devices({ locale, devices }: { readonly locale: Locale; readonly devices: readonly Device[] }): Html {
  const words = text(locale).devices
  const day = (at: Date) => formatDay(locale, amsterdamDay(at), 'long')
  return (
    <section class="stack" aria-labelledby="devices">
      <h2 id="devices">{words.title}</h2>
      <ul class="cards">
        {devices.map(({ id, name, since, usedAt, current }) => (
          <Card as="li" shape="flat">
            <form class="spread" method="post" action={`/account/devices/${id}/end`}>
              <div>
                <p class="strong">
                  {name || words.unknown} {current && <Chip tone="good">{words.this}</Chip>}
                </p>
                <p class="soft">
                  {words.since(day(since))} · {words.used(day(usedAt))}
                </p>
              </div>
              <Button kind="quiet" label={`${words.end}: ${name || words.unknown}`}>
                {words.end}
              </Button>
            </form>
          </Card>
        ))}
      </ul>
      {devices.length > 1 && (
        <form method="post" action="/account/devices/end-others">
          <Button kind="quiet">{words.endOthers}</Button>
        </form>
      )}
    </section>
  )
}
