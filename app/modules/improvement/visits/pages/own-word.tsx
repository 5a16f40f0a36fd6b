import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, Card, ConfirmForm, SelectField } from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { colleaguesOf } from '../colleagues-store.ts'
import { readersOf } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import type { OpenSeen } from './visit-write.ts'

interface OwnWordProps {
  readonly c: WebContext
  readonly path: string
  readonly closed: boolean
  readonly readers: readonly { readonly id: string; readonly name: string }[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
}

/** With whom it is shared, and with whom it could be. */
export function ownWordOf(c: WebContext, { key, visit, seen }: OpenSeen, path: string): Promise<OwnWordProps> {
  return withinScope(c, async (trx) => {
    const readers = await readersOf(trx, key)
    const colleagues = await colleaguesOf(trx, organisationOf(c).id, personOf(c).id)
    const known = new Set([...readers.map(({ id }) => id), seen.visitorId])
    return {
      c,
      path,
      closed: seen.visitorId === null && visit.visitorId !== null && readers.length === 0,
      readers,
      colleagues: colleagues.filter(({ id }) => !known.has(id)),
    }
  })
}

/** What only the receiver decides: share it, close it, delete it. */
export function OwnWord({ c, path, closed, readers, colleagues }: OwnWordProps): Html {
  const words = seenText(c.var.locale).share
  return (
    <Card as="section" shape="flat">
      <h2>{words.title}</h2>
      <p>{closed ? words.closed : words.lead}</p>
      {readers.length > 0 && (
        <form class="stack tight" method="post" action={`${path}/unshare`}>
          <p class="strong">{words.shared}</p>
          {readers.map(({ id, name }) => (
            <div class="spread">
              <span>{name}</span>
              <Button kind="plain" size="square" icon="x" name="reader" value={id} label={words.unshare(name)} />
            </div>
          ))}
        </form>
      )}
      <form class="form line" method="post" action={`${path}/share`}>
        <SelectField
          name="reader"
          label={words.with}
          choose={words.choose}
          required
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button kind="quiet">{words.share}</Button>
      </form>
      {!closed && (
        <ConfirmForm action={`${path}/close`} summary={words.close} confirm={words.closeYes}>
          {words.closeLead}
        </ConfirmForm>
      )}
      <ConfirmForm action={`${path}/delete`} summary={words.remove} confirm={words.removeYes}>
        {words.removeLead}
      </ConfirmForm>
    </Card>
  )
}
