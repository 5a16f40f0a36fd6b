/** The four figures by which the Inspectorate looks at a secondary school. */
export type SecondaryIndicator = 'position' | 'lower-pace' | 'upper-success' | 'exam-marks'

export const secondaryIndicators: readonly SecondaryIndicator[] = [
  'position',
  'lower-pace',
  'upper-success',
  'exam-marks',
]

/** Kinds of secondary education as the Inspectorate divides a location; '' is the location as a whole. */
export const secondaryTracks = ['vmbo-b', 'vmbo-k', 'vmbo-gt', 'havo', 'vwo'] as const
export type SecondaryTrack = (typeof secondaryTracks)[number] | ''

interface IndicatorFacts {
  /** The word in a file, as the Inspectorate has it; and the letter that it has for it in its explanations. */
  readonly word: string
  readonly letter: string
  /** Percentages, percentage points around nought, or marks; with the ends of the scale. */
  readonly unit: 'percent' | 'points' | 'mark'
  readonly least: number
  readonly most: number
  /** Whether it is about each kind of education of a location or about the location as a whole. */
  readonly perTrack: boolean
}

/**
 * What each is. Source: onderwijsinspectie.nl, Onderwijsresultatenmodel vo (the four, and that two are per section), and
 * Beoordeling leerresultaten vo 2022-2023 (the letters R1, R2, R3 and E). Position in year 3 against the advice of the primary
 * school may be negative: more pupils below their advice than above.
 */
export const indicatorFacts: Readonly<Record<SecondaryIndicator, IndicatorFacts>> = {
  position: { word: 'onderwijspositie', letter: 'r1', unit: 'points', least: -100, most: 100, perTrack: false },
  'lower-pace': { word: 'onderbouwsnelheid', letter: 'r2', unit: 'percent', least: 0, most: 100, perTrack: false },
  'upper-success': { word: 'bovenbouwsucces', letter: 'r3', unit: 'percent', least: 0, most: 100, perTrack: true },
  'exam-marks': { word: 'examencijfers', letter: 'e', unit: 'mark', least: 1, most: 10, perTrack: true },
}

/** `Bovenbouwsucces` or `R3`; undefined of any other word. */
export function indicatorOf(text: string): SecondaryIndicator | undefined {
  const plain = text.trim().toLowerCase()
  return secondaryIndicators.find((each) => {
    const { word, letter } = indicatorFacts[each]
    return plain === each || plain === word || plain === letter
  })
}

/** `vmbo-gt`, `VMBO GT`, `havo`; '' and `alle` are the location as a whole; undefined of any other word. */
export function trackOf(text: string): SecondaryTrack | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  if (plain === '' || plain === 'alle') return ''
  return secondaryTracks.find((track) => track === plain)
}
