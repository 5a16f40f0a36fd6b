import { z } from 'zod'
import {
  Button,
  Checkbox,
  ConfirmForm,
  ErrorSummary,
  PageHead,
  TextArea,
  TextField,
} from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm, type Submission } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, type RefusedForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { typedText } from '../../zones/filled.ts'
import { onlyNames, type StoryWords, type storyFields, suspicionsOf } from '../story.ts'
import { deleteStory, ownStory, rewriteStory, type Story, shareStory, takeBackStory } from '../story-store.ts'
import { movementText } from '../text.ts'
import { asSide, idIn, movementPath, performMovement, speakers } from './movement-write.ts'

const form = z.object({
  title: z.string().max(120),
  did: z.string().max(1500),
  noticed: z.string().max(1500),
  looked: z.literal('yes').optional(),
})
const stories = '/s/:organisation/movement/stories'

/** A school tells its story, changes it, takes it back. */
export const storyFormRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${stories}/new`,
    access: speakers,
    handle: (c) => asSide(c, 'school', async () => showForm(c, null, emptyForm)),
  },
  {
    method: 'GET',
    path: `${stories}/:story`,
    access: speakers,
    handle: (c) => withStory(c, async (story) => showForm(c, story, emptyForm)),
  },
  { method: 'POST', path: stories, access: speakers, handle: (c) => asSide(c, 'school', () => save(c, null)) },
  {
    method: 'POST',
    path: `${stories}/:story`,
    access: speakers,
    handle: (c) => withStory(c, (story) => save(c, story)),
  },
  {
    method: 'POST',
    path: `${stories}/:story/take-back`,
    access: speakers,
    handle: (c) => withStory(c, (story) => end(c, story, takeBackStory)),
  },
  {
    method: 'POST',
    path: `${stories}/:story/delete`,
    access: speakers,
    handle: (c) => withStory(c, (story) => end(c, story, deleteStory)),
  },
]

async function withStory(c: WebContext, then: (story: Story) => Promise<Response>): Promise<Response> {
  const id = idIn(c, 'story')
  const story = id && (await withinScope(c, (trx) => ownStory(trx, organisationOf(c).id, id)))
  return story ? then(story) : refuse(c, 'not-found')
}

async function save(c: WebContext, story: Story | null): Promise<Response> {
  const read = await readForm(c, form)
  if (!read.ok) return again(c, story, read, null)
  const { looked, ...words } = read.value
  const suspicions = suspicionsOf(words)
  // Names may be of a method or a street: somebody who looked can say so. Of anything else there is no doubt.
  if (suspicions.length > 0 && !(looked === 'yes' && onlyNames(words))) {
    const errors = Object.fromEntries(suspicions.map(({ field }) => [field, { reason: `personal-${field}` }]))
    return again(c, story, { errors, submission: read.submission }, words)
  }
  const { id: organisationId, name: schoolName } = organisationOf(c)
  const { now } = c.var
  await performMovement(c, read.submission, async (trx, record) => {
    const place = { organisationId, schoolName, words, now }
    if (story === null) await shareStory(trx, record, { ...place, id: read.submission.id })
    else await rewriteStory(trx, record, { ...place, id: story.id })
    return null
  })
  return c.redirect(movementPath(c), 303)
}

/** The form again, with what was found in each field. `words` are those in which something of a person was found. */
function again(c: WebContext, story: Story | null, refused: RefusedForm, words: StoryWords | null): Promise<Response> {
  const text = movementText(c.var.locale).stories
  const found = words === null ? [] : suspicionsOf(words)
  const own = Object.fromEntries(found.map((each) => [`personal-${each.field}`, text.personal(each.found.join(', '))]))
  const labels = { title: text.fieldTitle, did: text.did, noticed: text.noticed }
  return refuseForm(c, refused, labels, (filled) => showForm(c, story, filled, words !== null && onlyNames(words)), own)
}

async function end(c: WebContext, story: Story, work: typeof takeBackStory): Promise<Response> {
  const read = await readForm(c, z.object({}))
  const submission: Submission = read.submission
  const { organisationId, id } = story
  await performMovement(c, submission, (trx, record) => work(trx, record, { organisationId, id }))
  return c.redirect(movementPath(c), 303)
}

function showForm(c: WebContext, story: Story | null, filled: FilledForm, mayLook = false): Response {
  const { locale } = c.var
  const words = movementText(locale)
  const text = words.stories
  const path = `${movementPath(c)}/stories${story === null ? '' : `/${story.id}`}`
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  const value = (field: (typeof storyFields)[number]) => typedText(filled, field, story?.[field] ?? '')
  return page(c, {
    title: story === null ? text.newTitle : text.editTitle,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead
          over={<a href={movementPath(c)}>{words.title}</a>}
          title={story === null ? text.newTitle : text.editTitle}
        />
        <p>{text.lead}</p>
        <ErrorSummary title={words.problems} problems={problems} />
        <form class="form" method="post" action={path}>
          <TextField
            name="title"
            label={text.fieldTitle}
            hint={text.fieldTitleHint}
            maxlength={120}
            required
            value={value('title')}
            error={filled.errors.title}
          />
          <TextArea
            name="did"
            label={text.did}
            rows={6}
            maxlength={1500}
            required
            value={value('did')}
            error={filled.errors.did}
          />
          <TextArea
            name="noticed"
            label={text.noticed}
            hint={text.noticedHint}
            rows={6}
            maxlength={1500}
            required
            value={value('noticed')}
            error={filled.errors.noticed}
          />
          {mayLook && <Checkbox name="looked" label={text.looked} />}
          <div class="actions">
            <Button kind="main">{text.share}</Button>
          </div>
        </form>
        {story !== null && (
          <div class="stack tight">
            {story.sharedAt !== null && (
              <ConfirmForm action={`${path}/take-back`} summary={text.takeBack} confirm={text.takeBackYes}>
                {text.takeBackDo}
              </ConfirmForm>
            )}
            <ConfirmForm action={`${path}/delete`} summary={text.remove} confirm={text.removeYes}>
              {text.removeDo}
            </ConfirmForm>
          </div>
        )}
      </div>
    ),
  })
}
