import type { Trx } from '../../../../platform/database/scope.ts'
import { addDays, amsterdamDay, weekdayOf } from '../../../../platform/text/days.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { holidaysAround } from '../../school-year.ts'
import { type Hours, type Proposal, proposeTimes } from '../free-hours.ts'
import { hoursOf, visitsAhead } from '../hours-store.ts'

const daysAhead = 18
const most = 6

/** Times that suit two people, in the two weeks and a half to come, without weekends and holidays. */
export async function proposalsBetween(
  c: WebContext,
  receiverId: string,
  visitorId: string,
): Promise<readonly Proposal[]> {
  const { id: organisationId, holidayRegion } = organisationOf(c)
  const { now } = c.var
  const hours = await withinScope(c, async (trx) => ({
    receiver: await freeHoursOf(trx, organisationId, receiverId, now),
    visitor: await freeHoursOf(trx, organisationId, visitorId, now),
  }))
  const today = amsterdamDay(now)
  const holidays = [today, addDays(today, daysAhead)].flatMap((day) => holidaysAround(day, holidayRegion))
  return proposeTimes({
    ...hours,
    now,
    daysAhead,
    most,
    isSchoolDay: (day) => weekdayOf(day) <= 5 && !holidays.some(({ start, end }) => start <= day && day <= end),
  })
}

/** A week with the visits that are planned in it: nobody is asked to be in two lessons at once. */
async function freeHoursOf(trx: Trx, organisationId: string, userId: string, now: Date): Promise<Hours> {
  const hours = await hoursOf(trx, organisationId, userId)
  const planned = await visitsAhead(trx, organisationId, userId, now)
  return { ...hours, appointments: [...hours.appointments, ...planned] }
}
