import { deWaterlelie } from '../../../platform/identity/demo-people.ts'
import { addDays, type Day } from '../../../platform/text/days.ts'
import { isSchoolDay, schoolYear, schoolYearOf } from '../school-year.ts'

/** This day, or the nearest before it (`step` 1: after it) on which the fictional school is open. */
export function schoolDayAt(from: Day, step: 1 | -1 = -1): Day {
  const year = schoolYear(schoolYearOf(from), deWaterlelie.region)
  return isSchoolDay(year, from) ? from : schoolDayAt(addDays(from, step), step)
}
