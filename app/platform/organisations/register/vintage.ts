/** Where the day that a file describes was taken from, surest first. */
export type VintageSource = 'given' | 'day-in-name' | 'year-in-name' | 'municipalities'

export type VintageRefusal =
  | { readonly reason: 'vintage-invalid'; readonly given: string }
  | { readonly reason: 'vintage-in-future'; readonly vintage: string }
  /** Nothing tells the day: the file's name doesn't and its municipalities don't. */
  | { readonly reason: 'vintage-unknown' }
  /** The municipalities in the file did not exist together on that day. */
  | {
      readonly reason: 'vintage-contradicted'
      readonly vintage: string
      readonly from: string
      readonly until: string | null
    }

export type Vintage =
  | { readonly ok: true; readonly vintage: string; readonly source: VintageSource }
  | { readonly ok: false; readonly refusal: VintageRefusal }

/** Municipalities that began or ended with a merger since 2018. Source: CBS, Gemeentelijke indeling. Days are the first (not) there. */
const began: Readonly<Record<string, string>> = {
  '1954': '2019-01-01', // Beekdaelen
  '1959': '2019-01-01', // Altena
  '1960': '2019-01-01', // West Betuwe
  '1961': '2019-01-01', // Vijfheerenlanden
  '1963': '2019-01-01', // Hoeksche Waard
  '1966': '2019-01-01', // Het Hogeland
  '1969': '2019-01-01', // Westerkwartier
  '1970': '2019-01-01', // Noardeast-Fryslân
  '1978': '2019-01-01', // Molenlanden
  '1979': '2021-01-01', // Eemsdelta
  '1980': '2022-01-01', // Dijk en Waard
  '1982': '2022-01-01', // Land van Cuijk
  '1991': '2022-01-01', // Maashorst
  '1992': '2023-01-01', // Voorne aan Zee
}
const ended: Readonly<Record<string, string>> = {
  '0003': '2021-01-01', // Appingedam
  '0010': '2021-01-01', // Delfzijl
  '0024': '2021-01-01', // Loppersum
  '0788': '2021-01-01', // Haaren
  '0370': '2022-01-01', // Beemster
  '0398': '2022-01-01', // Heerhugowaard
  '0416': '2022-01-01', // Langedijk
  '0756': '2022-01-01', // Boxmeer
  '0786': '2022-01-01', // Grave
  '0815': '2022-01-01', // Mill en Sint Hubert
  '0856': '2022-01-01', // Uden
  '1684': '2022-01-01', // Cuijk
  '1685': '2022-01-01', // Landerd
  '1702': '2022-01-01', // Sint Anthonis
  '0457': '2022-03-24', // Weesp
  '0501': '2023-01-01', // Brielle
  '0530': '2023-01-01', // Hellevoetsluis
  '0614': '2023-01-01', // Westvoorne
}

/** DUO renumbers its files some weeks after a merger, or ahead of it. */
const leewayDays = 92

/**
 * The day (`2025-10-01`) that a file describes. DUO's files don't say it, so in this order: what the user gives; a day in
 * the file's name or folder; a year there, taken as 1 October, the day DUO counts; and else the first day on which all
 * municipalities in the file existed. A day on which they did not is refused.
 */
export function vintageOf(file: {
  readonly given: string | undefined
  /** Name, with folder where there is one: `duo-2019/alle-vestigingen-bo.csv`. */
  readonly path: string
  readonly municipalityCodes: Iterable<string>
  readonly today: string
}): Vintage {
  const { from, until } = existedTogether(file.municipalityCodes)
  const found = named(file.given, file.path, file.today)
  if (found === undefined) {
    if (from === undefined) return { ok: false, refusal: { reason: 'vintage-unknown' } }
    return { ok: true, vintage: from, source: 'municipalities' }
  }
  if (!isDay(found.vintage)) return { ok: false, refusal: { reason: 'vintage-invalid', given: found.vintage } }
  if (found.vintage > file.today) {
    return { ok: false, refusal: { reason: 'vintage-in-future', vintage: found.vintage } }
  }
  if (
    (from !== undefined && addDays(found.vintage, leewayDays) < from) ||
    (until !== undefined && addDays(found.vintage, -leewayDays) >= until)
  ) {
    const window = { from: from ?? '2018-01-01', until: until ?? null }
    return { ok: false, refusal: { reason: 'vintage-contradicted', vintage: found.vintage, ...window } }
  }
  return { ok: true, ...found }
}

function named(
  given: string | undefined,
  path: string,
  today: string,
): { vintage: string; source: VintageSource } | undefined {
  if (given !== undefined && given.trim() !== '') return { vintage: given.trim(), source: 'given' }
  const near = path.split(/[\\/]/).slice(-2).reverse()
  for (const part of near) {
    const day = /(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(part)
    if (day) return { vintage: `${day[1]}-${day[2]}-${day[3]}`, source: 'day-in-name' }
  }
  for (const part of near) {
    const year = /(?<!\d)(20\d\d)(?!\d)/.exec(part)
    const day = `${year?.[1]}-10-01`
    if (year && year[1] !== undefined && year[1] <= today.slice(0, 4)) {
      return { vintage: day < today ? day : today, source: 'year-in-name' }
    }
  }
  return undefined
}

function existedTogether(codes: Iterable<string>): { from: string | undefined; until: string | undefined } {
  let from: string | undefined
  let until: string | undefined
  for (const code of codes) {
    const start = began[code]
    const end = ended[code]
    if (start !== undefined && (from === undefined || start > from)) from = start
    if (end !== undefined && (until === undefined || end < until)) until = end
  }
  return { from, until }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
