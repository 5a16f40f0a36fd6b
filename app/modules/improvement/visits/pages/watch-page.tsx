import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { amsterdamTime } from '../../../../platform/text/days.ts'
import { Button, RadioField, TextArea, Timer } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { typedText } from '../../zones/filled.ts'
import { seenText } from '../text.seen.ts'
import { seenPath, visitMinutes } from '../visit.ts'
import { FactList } from './fact-list.tsx'
import type { OpenSeen } from './visit-write.ts'

/** The fifteen minutes in the lesson, in the hand of who watches. Works on without a connection. */
export function showWatch(c: WebContext, { visit, seen }: OpenSeen, filled: FilledForm): Response {
  const { locale } = c.var
  const words = seenText(locale).watch
  const path = seenPath(organisationOf(c).slug, visit.id)
  const { startedAt } = seen
  return page(c, {
    title: words.title(visit.receiverName),
    chrome: 'session',
    width: 'narrow',
    where: <b>{visit.className}</b>,
    end: <Clock c={c} startedAt={startedAt} />,
    stand: <Stand locale={locale} path={path} begun={startedAt !== null} />,
    body: (
      <div class="stack tone-visit">
        <h1>{words.title(visit.receiverName)}</h1>
        {seen.question && (
          <p class="viewing-question">
            <span class="over">{seenText(locale).seen.question}</span>
            <br />
            <b>{seen.question}</b>
          </p>
        )}
        {startedAt === null && <Start locale={locale} path={path} />}
        <div class="stack" data-begun hidden={startedAt === null}>
          <FactForm c={c} path={path} filled={filled} />
          <h2>{words.list}</h2>
          <FactList locale={locale} facts={seen.facts} removeAction={`${path}/facts/remove`} />
        </div>
        <p class="soft small">{words.offline}</p>
      </div>
    ),
  })
}

interface PartProps {
  readonly locale: WebContext['var']['locale']
  readonly path: string
}

/** Waits its turn in the queue of the device, as the lines do: in a classroom without a signal the clock runs all the same. */
function Start({ locale, path }: PartProps): Html {
  const words = seenText(locale).watch
  return (
    <form class="form" method="post" action={`${path}/start`} data-entry data-begins={visitMinutes}>
      <p>{words.startLead}</p>
      <div class="actions">
        <Button kind="main" size="wide" icon="player-play">
          {words.start}
        </Button>
      </div>
    </form>
  )
}

function Clock({ c, startedAt }: { readonly c: WebContext; readonly startedAt: Date | null }): Html {
  const { locale, now } = c.var
  const endsAt = new Date((startedAt ?? now).getTime() + visitMinutes * 60_000)
  return (
    <Timer
      locale={locale}
      endsAt={endsAt}
      now={now}
      until={amsterdamTime(endsAt)}
      waits={startedAt === null}
      note={seenText(locale).watch.left}
    />
  )
}

interface FactFormProps {
  readonly c: WebContext
  readonly path: string
  readonly filled: FilledForm
}

/** Sent through the queue of the device: what is written without a connection keeps the time at which it was written. */
function FactForm({ c, path, filled }: FactFormProps): Html {
  const words = seenText(c.var.locale).watch
  return (
    <form class="form" method="post" action={`${path}/facts`} data-entry="facts">
      <RadioField
        name="kind"
        label={words.kind}
        inline
        options={[
          { value: 'seen', label: words.kinds.seen },
          { value: 'heard', label: words.kinds.heard },
        ]}
        value={typedText(filled, 'kind', 'seen')}
      />
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        rows={2}
        maxlength={400}
        required
        value={typedText(filled, 'words', '')}
        error={filled.errors.words}
      />
      <div class="actions">
        <Button kind="main" size="wide">
          {words.add}
        </Button>
      </div>
    </form>
  )
}

function Stand({ locale, path, begun }: PartProps & { readonly begun: boolean }): Html {
  const words = seenText(locale).watch
  return (
    <form class="spread" method="post" action={`${path}/done`} data-entry data-begun hidden={!begun}>
      <span class="soft small">{words.doneNext}</span>
      <Button iconAfter="arrow-right">{words.done}</Button>
    </form>
  )
}
