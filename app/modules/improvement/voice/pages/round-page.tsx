import type { Child, Html } from '../../../../platform/html/jsx-runtime.ts'
import { sequenceOf } from '../../../../platform/journal/journal-store.ts'
import { amsterdamDay, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import {
  Button,
  ButtonLink,
  Card,
  Chip,
  ConfirmForm,
  ErrorSummary,
  PageHead,
  TextArea,
} from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { liveAddress } from '../../../../platform/web/live-route.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { typedText } from '../../zones/filled.ts'
import { type Note, notesOf } from '../note-store.ts'
import { fewestToTell } from '../range.ts'
import type { View } from '../release.ts'
import { pupilsPath, roundPath, roundStream } from '../round.ts'
import { answeredSoFar, type Round, roundBefore, viewsOf } from '../round-store.ts'
import { voiceText } from '../text.ts'
import { type Said, wordsOf } from '../words-store.ts'
import { Heard, Ideas } from './arena-parts.tsx'
import { JoinRound } from './join-round.tsx'
import { setName } from './pupils-page.tsx'
import { Results } from './results.tsx'
import { roundIn } from './round-access.ts'

/** One round: how to join while it is open, what was said after it, and what is done with it. */
export const roundRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/s/:organisation/pupils/rounds/:round',
    access: anyMember,
    handle: (c) => showRound(c, emptyForm),
  },
  { method: 'GET', path: '/s/:organisation/pupils/rounds/:round/wall', access: anyMember, handle: showWall },
]

interface RoundData {
  readonly round: Round
  readonly leads: boolean
  readonly readsFirst: boolean
  readonly soFar: number
  readonly views: readonly View[]
  readonly before: { readonly round: Round; readonly views: readonly View[] } | null
  /** Those that this person may read now. */
  readonly words: readonly Said[]
  readonly notes: readonly Note[]
  readonly live: string
}

async function loadRound(c: WebContext): Promise<RoundData | null> {
  const opened = await roundIn(c)
  if (opened === null) return null
  const { round, leads, readsFirst } = opened
  const { id: organisationId, slug } = organisationOf(c)
  return withinScope(c, async (trx) => {
    const sequence = await sequenceOf(trx, organisationId, roundStream(round.id))
    const closed = round.closedAt !== null
    const earlier = closed ? await roundBefore(trx, organisationId, round) : null
    const views = await viewsOf(trx, organisationId, [round.id, ...(earlier === null ? [] : [earlier.id])])
    const words = round.wordsShownAt !== null || readsFirst ? await wordsOf(trx, organisationId, round.id) : []
    return {
      round,
      leads,
      readsFirst,
      soFar: closed ? round.answered : await answeredSoFar(trx, organisationId, round.id),
      views: views.filter(({ roundId }) => roundId === round.id),
      before: earlier && { round: earlier, views: views.filter(({ roundId }) => roundId === earlier.id) },
      words,
      notes: round.kind === 'arena' ? await notesOf(trx, organisationId, round.id) : [],
      live: liveAddress(slug, roundStream(round.id), 'round', sequence),
    }
  })
}

/** The page of a round; `filled` is what was told to the pupils and refused. */
export async function showRound(c: WebContext, filled: FilledForm): Promise<Response> {
  const data = await loadRound(c)
  if (data === null) return refuse(c, 'not-found')
  const { locale } = c.var
  const { slug } = organisationOf(c)
  const { round } = data
  const words = voiceText(locale)
  const path = roundPath(slug, round.id)
  return page(c, {
    title: `${round.title} · ${setName(locale, round)}`,
    body: (
      <div class="stack tone-voice voice-pages" data-controller="live" data-live-source-value={data.live}>
        <PageHead
          over={
            <>
              <a href={pupilsPath(slug)}>{words.title}</a> · {round.teamName} · {setName(locale, round)}
            </>
          }
          title={round.title}
        >
          <ButtonLink kind={round.closedAt === null ? 'main' : 'quiet'} href={`${path}/wall`} icon="device-desktop">
            {words.round.wall}
          </ButtonLink>
        </PageHead>
        {round.kind === 'arena' ? (
          <Arena c={c} data={data} path={path} />
        ) : round.closedAt === null ? (
          <OpenRound c={c} data={data} path={path} />
        ) : (
          <ClosedRound c={c} data={data} path={path} />
        )}
        {round.closedAt !== null && <Done c={c} data={data} path={path} filled={filled} />}
      </div>
    ),
  })
}

interface PartProps {
  readonly c: WebContext
  readonly data: RoundData
  readonly path: string
}

function OpenRound({ c, data, path }: PartProps): Html {
  const words = voiceText(c.var.locale)
  const { round, leads, soFar } = data
  return (
    <Card as="section" tone="voice">
      <JoinRound c={c} code={round.code} soFar={soFar} />
      <p class="soft">{words.promise}</p>
      <p>
        <a href={`/v/${round.code}`}>{words.round.pupilsPage}</a>
      </p>
      {leads && (
        <ConfirmForm action={`${path}/close`} summary={words.round.close} confirm={words.round.closeYes}>
          {words.round.closeLead} {soFar < fewestToTell && words.round.closeFew}
        </ConfirmForm>
      )}
    </Card>
  )
}

function ClosedRound({ c, data, path }: PartProps): Html {
  const { locale } = c.var
  const { round, readsFirst, views, before } = data
  const unread = round.wordsShownAt === null
  return (
    <>
      {unread && readsFirst && <ReadFirst c={c} data={data} path={path} />}
      <Results locale={locale} round={round} views={views} before={before} words={unread ? [] : data.words} />
      {!unread && readsFirst && data.words.length > 0 && <Removable c={c} data={data} path={path} />}
    </>
  )
}

/** Open answers come to the teacher first, who takes away what can be recognised. */
function ReadFirst({ c, data, path }: PartProps): Html {
  const words = voiceText(c.var.locale).round
  return (
    <Card as="section" tone="board">
      <h2>{words.first}</h2>
      <p>{words.firstLead}</p>
      <WordsList c={c} data={data} path={path} />
      <form method="post" action={`${path}/shown`}>
        <Button kind="strong">{words.showWords}</Button>
      </form>
    </Card>
  )
}

function Removable({ c, data, path }: PartProps): Html {
  const words = voiceText(c.var.locale).round
  return (
    <details class="fold">
      <summary>{words.first}</summary>
      <div>
        <WordsList c={c} data={data} path={path} />
      </div>
    </details>
  )
}

function WordsList({ c, data, path }: PartProps): Html {
  const words = voiceText(c.var.locale).round
  return (
    <ul class="sayings">
      {data.words.map((each) => (
        <li>
          <span dir="auto">{each.words}</span>
          <form method="post" action={`${path}/removed-words`}>
            <input type="hidden" name="words" value={each.id} />
            <Button kind="quiet" label={words.removeIt(each.words)}>
              {words.remove}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}

function Arena({ c, data, path }: PartProps): Html {
  const { locale } = c.var
  const words = voiceText(locale)
  const { round, notes, leads } = data
  const writes = leads && round.doneAt === null
  const props = { locale, round, notes, path, writes }
  return (
    <>
      {round.closedAt === null && <p>{words.arenaForm.lead}</p>}
      <div class="halves even">
        <div class="stack">
          <Heard {...props} writes={writes && round.closedAt === null} />
        </div>
        <div class="stack">
          <Ideas {...props} />
          {round.closedAt === null && (
            <Card as="section" shape="flat">
              <JoinRound c={c} code={round.code} soFar={null} />
              {leads && (
                <ConfirmForm action={`${path}/close`} summary={words.round.endArena} confirm={words.round.endArenaYes}>
                  {words.round.endArenaLead}
                </ConfirmForm>
              )}
            </Card>
          )}
        </div>
      </div>
    </>
  )
}

/** The step that schools forget: what is done with it, told to the pupils. */
function Done({ c, data, path, filled }: PartProps & { readonly filled: FilledForm }): Html {
  const { locale } = c.var
  const { round, leads } = data
  const words = voiceText(locale).round
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  const told: Child = round.doneAt !== null && (
    <p>
      <Chip tone="good" icon="check">
        {words.doneShown(formatDay(locale, amsterdamDay(round.doneAt), 'spoken'))}
      </Chip>
    </p>
  )
  return (
    <Card id="done" as="section" tone={round.doneAt === null ? 'board' : 'good'}>
      <h2>{words.done}</h2>
      {told}
      {leads ? (
        <>
          {round.doneAt === null && <p>{words.doneLead}</p>}
          <ErrorSummary title={voiceText(locale).problems} problems={problems} />
          <form class="form" method="post" action={`${path}/done`}>
            <TextArea
              name="told"
              label={words.doneField}
              hint={words.doneHint}
              maxlength={1000}
              required
              value={typedText(filled, 'told', round.doneWords)}
              error={filled.errors.told}
            />
            <div class="actions">
              <Button kind={round.doneAt === null ? 'main' : 'quiet'}>{words.doneSave}</Button>
              <a href={`/v/${round.code}`}>{words.pupilsPage}</a>
            </div>
          </form>
        </>
      ) : round.doneAt === null ? (
        <p>{words.notTold(round.teamName)}</p>
      ) : (
        round.doneWords.split('\n').map((line) => <p>{line}</p>)
      )}
    </Card>
  )
}

/** On the big screen: the code while pupils answer, and what they said as soon as the teacher closes. */
async function showWall(c: WebContext): Promise<Response> {
  const data = await loadRound(c)
  if (data === null) return refuse(c, 'not-found')
  const { locale } = c.var
  const { slug, name } = organisationOf(c)
  const { round } = data
  const words = voiceText(locale)
  const path = roundPath(slug, round.id)
  const open = round.closedAt === null
  const shownWords = round.wordsShownAt === null ? [] : data.words
  return page(c, {
    title: `${round.title} · ${setName(locale, round)}`,
    size: 'wall',
    chrome: 'session',
    width: 'wide',
    where: (
      <>
        <b>{round.title}</b>
        <span>{name}</span>
      </>
    ),
    end: (
      <ButtonLink kind="quiet" href={path}>
        {words.round.back}
      </ButtonLink>
    ),
    body: (
      <div class="stack tone-voice voice-wall" data-controller="live wake" data-live-source-value={data.live}>
        <h1>{wallTitle(locale, round)}</h1>
        {open && round.kind === 'questions' && (
          <div class="wall-join">
            <JoinRound c={c} code={round.code} soFar={data.soFar} />
          </div>
        )}
        {round.kind === 'arena' ? (
          <div class="halves even">
            <div class="stack">
              <Heard locale={locale} round={round} notes={data.notes} path={path} writes={false} />
            </div>
            <div class="stack">
              <Ideas locale={locale} round={round} notes={data.notes} path={path} writes={false} />
              {/* Nobody joins an arena: the code is for later, so what is said has the room. */}
              <JoinRound c={c} code={round.code} soFar={null} />
            </div>
          </div>
        ) : (
          !open && <Results locale={locale} round={round} views={data.views} before={data.before} words={shownWords} />
        )}
      </div>
    ),
  })
}

function wallTitle(locale: Locale, round: Round): string {
  const words = voiceText(locale).round
  if (round.kind === 'arena') return words.arenaQuestions
  return round.closedAt === null ? setName(locale, round) : words.results
}
