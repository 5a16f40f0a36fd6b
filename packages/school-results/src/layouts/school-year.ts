/** `2023-2024` of `2324`, of the calendar year `2024` in which the test was taken, and of `2023 2024`; undefined of anything else. */
export function schoolYearOf(text: string): string | undefined {
  const plain = text.trim()
  const long = /^(\d{4})[ /-](\d{4})$/.exec(plain)
  if (long !== null) return between(Number(long[1]), Number(long[2]))
  const [, first, second] = /^(\d\d)(\d\d)$/.exec(plain) ?? []
  if (first === undefined || second === undefined) return undefined
  if (Number(second) === (Number(first) + 1) % 100) return between(2000 + Number(first), 2001 + Number(first))
  const year = Number(plain)
  return year >= 1990 && year <= 2099 ? between(year - 1, year) : undefined
}

/** The school year in which a day falls: 1 August to 31 July. `20241001` or `2024-10-01`. */
export function schoolYearAt(day: string): string | undefined {
  const [, year, month] = /^(\d{4})-?(\d\d)-?\d\d$/.exec(day.trim()) ?? []
  if (year === undefined || month === undefined) return undefined
  const first = Number(month) >= 8 ? Number(year) : Number(year) - 1
  return between(first, first + 1)
}

function between(first: number, second: number): string | undefined {
  return second === first + 1 ? `${first}-${second}` : undefined
}
