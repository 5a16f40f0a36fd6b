import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { actorOf } from '../../../../platform/identity/viewer.ts'
import { amsterdamDay } from '../../../../platform/text/days.ts'
import { anyMember, members } from '../../../../platform/web/access.ts'
import { performSubmission } from '../../../../platform/web/answer.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm, type Submission } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { schoolYearOf } from '../../school-year.ts'
import { cardsText } from '../../text.cards.ts'
import { cultureItems } from '../culture-scan.ts'
import { answerScan, answersTo, closeScan, findScan, hasAnsweredScan, openScan } from '../culture-store.ts'
import { impactPath } from '../impact-path.ts'
import { scanText } from '../text.scan.ts'
import { ScanPage } from './scan-page.tsx'

const path = '/s/:organisation/impact/scan'
const staff = ['teacher', 'coach', 'leader'] as const

export const scanRoutes: readonly Route[] = [
  { method: 'GET', path, access: anyMember, handle: (c) => ofSchool(c, () => showScan(c, emptyForm)) },
  { method: 'POST', path, access: members('coach', 'leader'), handle: (c) => ofSchool(c, () => postOpen(c)) },
  {
    method: 'POST',
    path: `${path}/answers`,
    access: members(...staff),
    handle: (c) => ofSchool(c, () => postAnswer(c)),
  },
  {
    method: 'POST',
    path: `${path}/close`,
    access: members('coach', 'leader'),
    handle: (c) => ofSchool(c, () => postClose(c)),
  },
]

async function ofSchool(c: WebContext, then: () => Promise<Response>): Promise<Response> {
  return organisationOf(c).kind === 'school' ? then() : refuse(c, 'not-found')
}

function keyOf(c: WebContext) {
  return { organisationId: organisationOf(c).id, schoolYear: schoolYearOf(amsterdamDay(c.var.now)) }
}

async function showScan(c: WebContext, filled: FilledForm): Promise<Response> {
  const { locale, visit } = c.var
  const key = keyOf(c)
  const { scan, answered, people } = await withinScope(c, async (trx) => {
    const found = await findScan(trx, key)
    const done = found !== null && (await hasAnsweredScan(trx, key.organisationId, found.id, voterOf(c)))
    const closed = found?.closed === true ? await answersTo(trx, key.organisationId, found.id) : []
    return { scan: found, answered: done, people: closed }
  })
  const words = scanText(locale)
  return page(c, {
    title: words.title,
    body: ScanPage({
      locale,
      slug: organisationOf(c).slug,
      schoolYear: key.schoolYear,
      scan,
      answered,
      people,
      staff: visit.viewer.kind === 'person' && staff.some((role) => visit.roles.includes(role)),
      leads: visit.roles.includes('leader') || visit.roles.includes('coach'),
      filled,
      wrong: cardsText(locale).problems,
    }),
  })
}

/** Names who answered the scan of this year without telling who: keyed, so that a copy of the table can't be searched by ids. */
function voterOf(c: WebContext): string {
  const { organisationId, schoolYear } = keyOf(c)
  return createHmac('sha256', c.var.services.settings.secret)
    .update(`culture ${organisationId} ${schoolYear} ${actorOf(c.var.visit.viewer)}`)
    .digest('hex')
}

const streamOf = (c: WebContext) => `culture:${organisationOf(c).id}`

async function postOpen(c: WebContext): Promise<Response> {
  const { submission } = await readForm(c, z.object({}))
  await performSubmission(c, streamOf(c), submission, async (trx, record) => {
    await openScan(trx, record, keyOf(c), { id: submission.id, now: c.var.now })
    return null
  })
  return back(c)
}

async function postClose(c: WebContext): Promise<Response> {
  const { submission } = await readForm(c, z.object({}))
  await performSubmission(c, streamOf(c), submission, async (trx, record) => {
    await closeScan(trx, record, keyOf(c), c.var.now)
    return null
  })
  return back(c)
}

const grade = z.coerce.number().int().min(1).max(5)
const answerForm = z.object(Object.fromEntries(cultureItems.map((item) => [item, grade])))

async function postAnswer(c: WebContext): Promise<Response> {
  const { viewer } = c.var.visit
  if (viewer.kind !== 'person') return refuse(c, 'not-yours')
  const words = scanText(c.var.locale)
  const form = await readForm(c, answerForm)
  if (!form.ok) return refuseForm(c, form, words.items, (filled) => showScan(c, filled))
  // What was answered must not be found back in the remembered operation, not even as a hash.
  const unseen: Submission = { ...form.submission, values: {} }
  const answers = cultureItems.map((item) => form.value[item] ?? 0)
  const voter = voterOf(c)
  const { result } = await performSubmission(
    c,
    streamOf(c),
    unseen,
    (trx, record) => answerScan(trx, record, keyOf(c), { voter, userId: viewer.id, answers }),
    `voter:${voter}`,
  )
  return result === 'done' ? back(c) : refuse(c, 'form', { detail: words.refused[result] })
}

function back(c: WebContext): Response {
  return c.redirect(impactPath(organisationOf(c).slug, 'scan'), 303)
}
