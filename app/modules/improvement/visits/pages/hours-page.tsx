import { z } from 'zod'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { addDays, formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import {
  Alert,
  Button,
  Card,
  CheckboxesField,
  ConfirmForm,
  ErrorSummary,
  PageHead,
  RadioField,
  TextField,
} from '../../../../platform/ui/index.ts'
import { organisationOf, personOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { chosenFile } from '../../../../platform/web/file-field.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm, refuseForm } from '../../../../platform/web/refuse-form.ts'
import type { Route } from '../../../../platform/web/route.ts'
import { cardsText } from '../../text.cards.ts'
import { typedText } from '../../zones/filled.ts'
import { calendarLimits, calendarWindow, readCalendar } from '../calendar-file.ts'
import { gridHours, gridMinutes, type Hours, slotOf, weekdays } from '../free-hours.ts'
import { hoursOf, saveBusy, saveGrid } from '../hours-store.ts'
import { visitsText } from '../text.ts'
import { visitsPath } from '../visit.ts'
import { VisitTabs } from './visit-tabs.tsx'
import { visitMembers } from './visit-write.ts'

const path = '/s/:organisation/visits/hours'
const slots = new Set(weekdays.flatMap((weekday) => gridHours.map((_, hour) => slotOf(weekday, hour))))
const gridForm = z.object({
  lessons: z
    .array(z.coerce.number().refine((slot) => slots.has(slot), 'not-an-option'))
    .max(slots.size)
    .default([]),
  off: z.array(z.coerce.number().int().min(1).max(5)).max(5).default([]),
})
const fileForm = z.object({
  file: chosenFile,
  kind: z.enum(['lessons', 'appointments']).default('lessons'),
})

/** When I teach. Private to who fills it in, as far as pages go: colleagues only see times that suit both. */
export const hoursRoutes: readonly Route[] = [
  { method: 'GET', path, access: visitMembers, handle: (c) => showHours(c, emptyForm) },
  { method: 'POST', path, access: visitMembers, handle: save },
  {
    method: 'POST',
    path: `${path}/file`,
    access: visitMembers,
    bodyLimit: calendarLimits.bytes + 16 * 1024,
    tooLarge: (locale) => visitsText(locale).hours.tooLarge,
    perMinute: 10,
    handle: upload,
  },
  {
    method: 'POST',
    path: `${path}/forget`,
    access: visitMembers,
    handle: (c) =>
      write(c, async (trx, organisationId, me) => {
        await saveBusy(trx, organisationId, me, 'lessons', [])
        await saveBusy(trx, organisationId, me, 'appointments', [])
      }),
  },
]

type Work = Parameters<typeof withinScope<void>>[1]

async function write(
  c: WebContext,
  work: (trx: Parameters<Work>[0], organisationId: string, me: string) => Promise<void>,
  end = '',
): Promise<Response> {
  const { id, slug } = organisationOf(c)
  await withinScope(c, (trx) => work(trx, id, personOf(c).id))
  return c.redirect(`${visitsPath(slug)}/hours${end}`, 303)
}

async function save(c: WebContext): Promise<Response> {
  const read = await readForm(c, gridForm)
  if (!read.ok) return refuse(c, 'not-found')
  const { lessons, off } = read.value
  const grid = { lessonSlots: [...new Set(lessons)].toSorted((a, b) => a - b), offDays: [...new Set(off)].toSorted() }
  return write(c, (trx, organisationId, me) => saveGrid(trx, organisationId, me, grid, c.var.now))
}

async function upload(c: WebContext): Promise<Response> {
  const words = visitsText(c.var.locale).hours
  const read = await readForm(c, fileForm)
  const labels = { file: words.fileField, kind: words.kind }
  const again = (filled: FilledForm) => showHours(c, filled)
  if (!read.ok) return refuseForm(c, read, labels, again)
  const { file, kind } = read.value
  const calendar = readCalendar(await file.text(), calendarWindow(c.var.now))
  if (!calendar.ok) {
    const errors = { file: { reason: calendar.reason } }
    return refuseForm(c, { errors, submission: read.submission }, labels, again, words.wrong)
  }
  const { spans, skipped } = calendar
  const end = skipped === 0 ? '' : `?skipped=${skipped}`
  return write(c, (trx, organisationId, me) => saveBusy(trx, organisationId, me, kind, spans), end)
}

async function showHours(c: WebContext, filled: FilledForm): Promise<Response> {
  const { locale } = c.var
  const organisation = organisationOf(c)
  const words = visitsText(locale).hours
  const hours = await withinScope(c, (trx) => hoursOf(trx, organisation.id, personOf(c).id))
  const here = `${visitsPath(organisation.slug)}/hours`
  return page(c, {
    title: words.title,
    body: (
      <div class="stack tone-visit">
        <PageHead over={organisation.name} title={words.title} />
        <VisitTabs c={c} />
        <p>{words.lead}</p>
        <div class="halves">
          <Card as="section" shape="flat">
            <form class="form" method="post" action={here}>
              <Grid locale={locale} hours={hours} />
              <CheckboxesField
                name="off[]"
                label={words.off}
                inline
                options={weekdays.map((weekday) => ({ value: String(weekday), label: dayName(locale, weekday) }))}
                values={hours.offDays.map(String)}
              />
              <div class="actions">
                <Button kind="main">{words.save}</Button>
              </div>
            </form>
          </Card>
          <FileCard c={c} hours={hours} here={here} filled={filled} />
        </div>
      </div>
    ),
  })
}

/** 1 Monday … 5 Friday, written out. */
function dayName(locale: Locale, weekday: number): string {
  return formatDay(locale, addDays('2026-11-23', weekday - 1), 'spoken').split(/[ ,]/)[0] ?? ''
}

function timeOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Hours down, days across, a box to tick in each. */
function Grid({ locale, hours }: { readonly locale: Locale; readonly hours: Hours }): Html {
  const words = visitsText(locale).hours
  return (
    <div class="stack tight">
      <h2>{words.grid}</h2>
      <p class="soft">{words.gridHint}</p>
      <table class="week-grid">
        <caption class="hide">{words.grid}</caption>
        <thead>
          <tr>
            <th scope="col">{words.hour}</th>
            {weekdays.map((weekday) => (
              <th scope="col">
                <abbr title={dayName(locale, weekday)}>{dayName(locale, weekday).slice(0, 2)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gridHours.map((begins, hour) => (
            <tr>
              <th scope="row">
                {timeOf(begins)}
                <span class="hide">–{timeOf(begins + gridMinutes)}</span>
              </th>
              {weekdays.map((weekday) => (
                <td>
                  <label>
                    <input
                      type="checkbox"
                      name="lessons[]"
                      value={slotOf(weekday, hour)}
                      checked={hours.lessonSlots.includes(slotOf(weekday, hour))}
                      aria-label={words.lesson(dayName(locale, weekday), timeOf(begins))}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface FileCardProps {
  readonly c: WebContext
  readonly hours: Hours
  readonly here: string
  readonly filled: FilledForm
}

function FileCard({ c, hours, here, filled }: FileCardProps): Html {
  const words = visitsText(c.var.locale).hours
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  const skipped = Number(c.req.query('skipped') ?? 0)
  const known = hours.lessons.length + hours.appointments.length > 0
  return (
    <Card as="section" shape="flat">
      <h2>{words.file}</h2>
      <p>{words.fileLead}</p>
      <ErrorSummary title={cardsText(c.var.locale).problems} problems={problems} />
      <form class="form" method="post" action={`${here}/file`} enctype="multipart/form-data">
        <TextField
          name="file"
          type="file"
          label={words.fileField}
          accept=".ics,text/calendar"
          required
          error={filled.errors.file}
        />
        <RadioField
          name="kind"
          label={words.kind}
          options={[
            { value: 'lessons', label: words.kinds.lessons },
            { value: 'appointments', label: words.kinds.appointments },
          ]}
          value={typedText(filled, 'kind', 'lessons')}
        />
        <div class="actions">
          <Button kind="quiet">{words.upload}</Button>
        </div>
      </form>
      {skipped > 0 && <Alert kind="warning">{words.skipped(skipped)}</Alert>}
      {known && (
        <>
          <p>{words.known(hours.lessons.length, hours.appointments.length)}</p>
          <ConfirmForm action={`${here}/forget`} summary={words.forget} confirm={words.forgetYes}>
            {words.forgetLead}
          </ConfirmForm>
        </>
      )}
    </Card>
  )
}
