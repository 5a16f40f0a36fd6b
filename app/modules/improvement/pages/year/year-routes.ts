import { z } from 'zod'
import { answerChange } from '../../../../platform/web/answer.ts'
import { changedFields } from '../../../../platform/web/changed-fields.ts'
import { organisationOf, type WebContext } from '../../../../platform/web/context.ts'
import { readForm, type Submission } from '../../../../platform/web/form.ts'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { isUuid } from '../../board-store.ts'
import { stages } from '../../period.ts'
import { yearText } from '../../text.year.ts'
import { yearPath, yearStream } from '../../year.ts'
import { changeTeams, editAmbition, editPeriod, swapThemes } from '../../year-writes.ts'
import { datesRoutes } from './dates-routes.tsx'
import { setUpRoutes } from './set-up-routes.tsx'
import { showYear, yearPageRoutes } from './year-page.tsx'
import { yearPlaceOf } from './year-place.ts'
import { writeYear, yearWriters } from './year-write.ts'

const path = '/s/:organisation/year/:year'

export const yearRoutes: readonly Route[] = [
  ...yearPageRoutes,
  ...setUpRoutes,
  ...datesRoutes,
  { method: 'POST', path: `${path}/ambition`, access: yearWriters, handle: postAmbition },
  { method: 'POST', path: `${path}/periods/:period`, access: yearWriters, handle: postPeriod },
  { method: 'POST', path: `${path}/periods/:period/stage`, access: yearWriters, handle: postStage },
  { method: 'POST', path: `${path}/swap`, access: yearWriters, handle: postSwap },
]

async function postAmbition(c: WebContext): Promise<Response> {
  const place = yearPlaceOf(c)
  if (place === null) return refuse(c, 'not-found')
  const words = yearText(c.var.locale)
  const form = await readForm(c, z.object({ ambition: z.string().max(300) }))
  if (!form.ok) {
    return refuseForm(c, form, { ambition: words.ambition.label }, (filled) => showYear(c, 'ambition', filled))
  }
  const { ambition } = changedFields(form.value, form.submission)
  const done = await writeYear(c, form.submission, async (each) =>
    ambition === undefined ? 'done' : editAmbition(each, place.year, ambition),
  )
  if (done.result !== 'done') return refuse(c, 'not-found')
  return c.redirect(yearPath(organisationOf(c).slug, place.year), 303)
}

const stage = z.enum(stages.filter((each) => each !== 'closed'))
const periodForm = z.object({
  theme: z.string().max(120).optional(),
  note: z.string().max(1000).optional(),
  stage: stage.optional(),
  teams: z.array(z.uuid()).max(200).default([]),
})

async function postPeriod(c: WebContext): Promise<Response> {
  const place = yearPlaceOf(c)
  const id = periodIn(c)
  if (place === null || id === null) return refuse(c, 'not-found')
  const { form: labels, period: words } = yearText(c.var.locale)
  const form = await readForm(c, periodForm)
  const organisation = organisationOf(c)
  if (!form.ok) {
    const number = Number(c.req.query('number'))
    return refuseForm(c, form, labels, (filled) => showYear(c, number, filled))
  }
  const { values, was } = form.submission
  // A field that was emptied is left out of the value; what stood in the form tells that it was there.
  const whole = { theme: form.value.theme ?? null, theme_note: form.value.note ?? null, stage: form.value.stage }
  const names = { theme: 'theme', theme_note: 'note', stage: 'stage' }
  const renamed = (fields: Submission['values']) =>
    Object.fromEntries(Object.entries(names).map(([column, name]) => [column, fields[name] ?? '']))
  const changed = changedFields(whole, { ...form.submission, values: renamed(values), was: renamed(was) })
  const teams = teamChanges(form.value.teams, was.teams)
  const done = await writeYear(c, form.submission, async (each) => {
    const { stage: wanted, ...rest } = changed
    const result = await editPeriod(each, id, wanted === undefined ? rest : { ...rest, stage: wanted })
    if (result === 'done') await changeTeams(each, id, teams)
    return result
  })
  if (done.result !== 'done') return refuse(c, 'form', { detail: words.gone })
  return c.redirect(yearPath(organisation.slug, place.year), 303)
}

/** Which teams were ticked and unticked in a form that showed these; others may have changed other teams meanwhile. */
function teamChanges(ticked: readonly string[], were: string | readonly string[] | undefined) {
  const before = typeof were === 'string' ? [were] : (were ?? [])
  return {
    added: ticked.filter((id) => !before.includes(id)),
    removed: before.filter((id) => isUuid(id) && !ticked.includes(id)),
  }
}

async function postStage(c: WebContext): Promise<Response> {
  const place = yearPlaceOf(c)
  const id = periodIn(c)
  if (place === null || id === null) return refuse(c, 'not-found')
  const words = yearText(c.var.locale)
  const form = await readForm(c, z.object({ stage }))
  if (!form.ok) return refuse(c, 'form', { detail: words.period.gone })
  const done = await writeYear(c, form.submission, (each) => editPeriod(each, id, { stage: form.value.stage }))
  if (done.result !== 'done') return refuse(c, 'form', { detail: words.period.gone })
  return answer(c, done, place.year)
}

async function postSwap(c: WebContext): Promise<Response> {
  const place = yearPlaceOf(c)
  if (place === null) return refuse(c, 'not-found')
  const words = yearText(c.var.locale).period
  const form = await readForm(c, z.object({ id: z.uuid(), with: z.uuid() }))
  if (!form.ok) return refuse(c, 'form', { detail: words.gone })
  const done = await writeYear(c, form.submission, (each) => swapThemes(each, form.value.id, form.value.with))
  switch (done.result) {
    case 'begun':
      return refuse(c, 'form', { detail: words.begun })
    case 'no-such-period':
    case 'other-year':
      return refuse(c, 'form', { detail: words.gone })
    case 'done':
      return answer(c, done, place.year)
  }
}

/** The id of the period in the path; null where it is no id at all. */
function periodIn(c: WebContext): string | null {
  const id = c.req.param('period') ?? ''
  return isUuid(id) ? id : null
}

function answer(c: WebContext, done: Awaited<ReturnType<typeof writeYear>>, year: number): Promise<Response> {
  const organisation = organisationOf(c)
  return answerChange(c, done, { to: yearPath(organisation.slug, year), stream: yearStream(organisation.id) })
}
