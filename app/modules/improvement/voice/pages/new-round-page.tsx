import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  Fold,
  PageHead,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '../../../../platform/ui/index.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { type FieldErrors, readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { makeCode } from '../../session-code.ts'
import { typedText } from '../../zones/filled.ts'
import { linesOf, questionsFor } from '../make-questions.ts'
import { pupilText, type ReadySet, readySets } from '../pupils/pupil-text.ts'
import { pupilsPath, roundPath, roundStream } from '../round.ts'
import { openRound } from '../round-store.ts'
import { voiceText } from '../text.ts'
import { askers, type OwnTeam, ownTeams } from './round-access.ts'

const mostSubgroups = 4
const mostQuestions = 5
const form = z.object({
  title: z.string().max(60),
  team: z.string().max(60),
  set: z.enum([...readySets, 'own']).default('own'),
  young: z.string().optional(),
  own: z.string().max(1000).default(''),
  ownWords: z.string().max(200).default(''),
  subgroups: z.string().max(400).default(''),
})
const arenaForm = z.object({ title: z.string().max(60), team: z.string().max(60), own: z.string().max(1000) })

export const newRoundRoutes: readonly Route[] = (['new', 'arena'] as const).flatMap((kind): Route[] => [
  { method: 'GET', path: `/s/:organisation/pupils/${kind}`, access: askers, handle: (c) => show(c, kind, emptyForm) },
  { method: 'POST', path: `/s/:organisation/pupils/${kind}`, access: askers, handle: (c) => open(c, kind) },
])

type Kind = 'new' | 'arena'

async function open(c: WebContext, kind: Kind): Promise<Response> {
  const words = voiceText(c.var.locale)
  const labels = {
    title: words.form.group,
    team: words.form.team,
    set: words.form.which,
    own: kind === 'arena' ? words.arenaForm.questions : words.form.own,
    ownWords: words.form.ownWords,
    subgroups: words.form.subgroups,
  }
  const again = (errors: FieldErrors, submission: Parameters<typeof refuseForm>[1]['submission']) =>
    refuseForm(c, { errors, submission }, labels, (filled) => show(c, kind, filled), words.form.wrong)
  const read = kind === 'arena' ? await readForm(c, arenaForm) : await readForm(c, form)
  if (!read.ok) return again(read.errors, read.submission)
  const { submission } = read
  const wish = { set: 'own' as const, ownWords: '', subgroups: '', young: undefined, ...read.value }
  const teams = await withinScope(c, (trx) => ownTeams(trx, c))
  if (!teams.some(({ id }) => id === wish.team)) return again({ team: { reason: 'no-team' } }, submission)
  const own = linesOf(wish.own)
  const subgroups = linesOf(wish.subgroups)
  if (own.length > mostQuestions) return again({ own: { reason: 'too-many' } }, submission)
  if (subgroups.length > mostSubgroups) return again({ subgroups: { reason: 'too-many' } }, submission)
  const questions = questionsFor({ ...wish, kind: kind === 'arena' ? 'arena' : 'questions', own })
  if (questions.length === 0)
    return again({ [kind === 'arena' ? 'own' : 'set']: { reason: 'no-questions' } }, submission)
  const organisation = organisationOf(c)
  await performSubmission(c, roundStream(submission.id), submission, async (trx, record) => {
    await openRound(trx, record, {
      id: submission.id,
      organisationId: organisation.id,
      teamId: wish.team,
      kind: kind === 'arena' ? 'arena' : 'questions',
      title: wish.title,
      set: wish.set,
      questions,
      subgroups,
      createdBy: actorOf(c.var.visit.viewer),
      newCode: () => makeCode((limit) => randomInt(limit)),
      now: c.var.now,
    })
    return null
  })
  return c.redirect(roundPath(organisation.slug, submission.id), 303)
}

async function show(c: WebContext, kind: Kind, filled: FilledForm): Promise<Response> {
  const { locale } = c.var
  const organisation = organisationOf(c)
  const words = voiceText(locale)
  const teams = await withinScope(c, (trx) => ownTeams(trx, c))
  if (teams.length === 0) return refuse(c, 'not-yours', { detail: words.form.wrong['no-team'] })
  const text = kind === 'arena' ? words.arenaForm : words.form
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return page(c, {
    title: text.title,
    width: 'narrow',
    body: (
      <div class="stack tone-voice voice-pages">
        <PageHead over={<a href={pupilsPath(organisation.slug)}>{words.title}</a>} title={text.title} />
        <p>{text.lead}</p>
        <ErrorSummary title={words.problems} problems={problems} />
        <form class="form" method="post" action={`${pupilsPath(organisation.slug)}/${kind}`}>
          <TextField
            name="title"
            label={words.form.group}
            hint={text.groupHint}
            maxlength={60}
            required
            value={typedText(filled, 'title', '')}
            error={filled.errors.title}
          />
          <TeamField c={c} teams={teams} filled={filled} />
          {kind === 'arena' ? <ArenaFields c={c} filled={filled} /> : <QuestionFields c={c} filled={filled} />}
          {kind === 'new' && <p class="soft">{words.promise}</p>}
          <div class="actions">
            <Button kind="main">{text.open}</Button>
          </div>
        </form>
      </div>
    ),
  })
}

interface FieldsProps {
  readonly c: WebContext
  readonly filled: FilledForm
}

/** Who is in one team need not say which. */
function TeamField({ c, teams, filled }: FieldsProps & { readonly teams: readonly OwnTeam[] }): Html {
  const words = voiceText(c.var.locale).form
  const [only] = teams
  if (teams.length === 1 && only !== undefined) return <input type="hidden" name="team" value={only.id} />
  return (
    <SelectField
      name="team"
      label={words.team}
      required
      options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      value={typedText(filled, 'team', only?.id ?? '')}
      error={filled.errors.team}
    />
  )
}

function ArenaFields({ c, filled }: FieldsProps): Html {
  const words = voiceText(c.var.locale).arenaForm
  return (
    <TextArea
      name="own"
      label={words.questions}
      hint={words.questionsHint}
      required
      rows={4}
      maxlength={1000}
      value={typedText(filled, 'own', '')}
      error={filled.errors.own}
    />
  )
}

function QuestionFields({ c, filled }: FieldsProps): Html {
  const words = voiceText(c.var.locale)
  const text = words.form
  const typed = ['own', 'ownWords', 'subgroups'].some((name) => typedText(filled, name, '') !== '')
  return (
    <>
      <RadioField
        name="set"
        label={text.which}
        options={[
          ...readySets.map((value) => ({ value, label: words.sets[value], more: <Asked c={c} set={value} /> })),
          { value: 'own', label: words.sets.own },
        ]}
        value={typedText(filled, 'set', 'clarity')}
        error={filled.errors.set}
      />
      <Checkbox name="young" label={text.young} hint={text.youngHint} checked={typedText(filled, 'young', '') !== ''} />
      <Fold summary={text.more} open={typed || Object.keys(filled.errors).length > 0}>
        <TextArea
          name="own"
          label={text.own}
          hint={text.ownHint}
          maxlength={1000}
          value={typedText(filled, 'own', '')}
          error={filled.errors.own}
        />
        <TextField
          name="ownWords"
          label={text.ownWords}
          hint={text.ownWordsHint}
          maxlength={200}
          value={typedText(filled, 'ownWords', '')}
          error={filled.errors.ownWords}
        />
        <TextArea
          name="subgroups"
          label={text.subgroups}
          hint={text.subgroupsHint}
          maxlength={400}
          value={typedText(filled, 'subgroups', '')}
          error={filled.errors.subgroups}
        />
      </Fold>
    </>
  )
}

/** What a ready set asks, to read before it is put to a class. */
function Asked({ c, set }: { readonly c: WebContext; readonly set: ReadySet }): Html {
  const { locale } = c.var
  const words = voiceText(locale)
  return (
    <Fold
      summary={
        <>
          {words.form.seeSet} <span class="hide">{words.sets[set]}</span>
        </>
      }
    >
      <ul class="asked-of-set">
        {pupilText(locale).sets[set].map((question) => (
          <li>{question}</li>
        ))}
      </ul>
    </Fold>
  )
}
