import { addDays, type Day, mondayOf } from '../../../platform/text/days.ts'
import { isSchoolDay, schoolYear, schoolYearOf } from '../school-year.ts'

/** The days in so many weeks before today on which a team stood at its board: its weekday, unless there is no school. */
export function sessionDays(today: Day, weeks: number, weekday: number): readonly Day[] {
  const monday = mondayOf(today)
  return Array.from({ length: weeks + 1 }, (_, index) => addDays(monday, (index - weeks) * 7 + weekday - 1)).filter(
    (day) => day < today && isSchoolDay(schoolYear(schoolYearOf(day), 'noord'), day),
  )
}
