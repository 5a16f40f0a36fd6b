/** A school by its BRIN (`00AP`) and its location (`00`) or, in the Inspectorate's files, its object of supervision (`C1`). */
export interface SchoolCode {
  readonly brin: string
  readonly location: string
}

const brinForm = /^\d\d[A-Z]{2}$/

/** The Inspectorate's code `00AP|C1`; undefined where the text is none. */
export function readSupervisionCode(text: string): SchoolCode | undefined {
  const [brin = '', location = '', ...rest] = text.trim().toUpperCase().split('|')
  if (rest.length > 0 || !brinForm.test(brin) || !/^[A-Z]\d+$/.test(location)) return undefined
  return { brin, location }
}

/** A BRIN with a location written `04LY00`, `07`, `7`, `0` or not at all (the main location); undefined where it is neither. */
export function readSchoolCode(brinText: string, locationText: string | undefined): SchoolCode | undefined {
  const brin = brinText.trim().toUpperCase()
  // Some files have the whole code in the column of the school.
  if (/^\d\d[A-Z]{2}\d\d$/.test(brin) && locationText === undefined) {
    return { brin: brin.slice(0, 4), location: brin.slice(4) }
  }
  if (!brinForm.test(brin)) return undefined
  const text = (locationText ?? '0').trim().toUpperCase()
  const location = text.startsWith(brin) && text.length > brin.length ? text.slice(brin.length) : text
  return /^\d{1,2}$/.test(location) ? { brin, location: location.padStart(2, '0') } : undefined
}

/** How a school is written in answers and output: `04LY00`, `00AP|C1`. */
export function codeText({ brin, location }: SchoolCode): string {
  return /^\d/.test(location) ? `${brin}${location}` : `${brin}|${location}`
}
