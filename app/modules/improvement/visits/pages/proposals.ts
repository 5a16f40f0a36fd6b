import { addDays, amsterdamDay, weekdayOf } from '../../../../platform/text/days.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { holidaysAround } from '../../school-year.ts'
import { type Proposal, proposeTimes } from '../free-hours.ts'
import { hoursOf } from '../hours-store.ts'

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
    receiver: await hoursOf(trx, organisationId, receiverId),
    visitor: await hoursOf(trx, organisationId, visitorId),
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
