import type { MarketRules, MarketSchool, MarketTeacher, Place } from '../market/market.ts'

type Kind = (value: unknown) => boolean

const isText: Kind = (value) => typeof value === 'string'
const isNumber: Kind = (value) => typeof value === 'number' && Number.isFinite(value)
const isNotNegative: Kind = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isPositive: Kind = (value) => typeof value === 'number' && Number.isFinite(value) && value > 0
const isPoints: Kind = (value) => isNotNegative(value) && Number.isInteger(value) && Number(value) <= 1_000_000
const isTexts: Kind = (value) => Array.isArray(value) && value.every(isText)
const isLevels: Kind = (value) => isObject(value) && !Array.isArray(value) && Object.values(value).every(isNumber)

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The value has all these fields, each of its kind; the compiler sees to it that none of the type is forgotten. */
function hasFields(value: unknown, fields: Readonly<Record<string, Kind>>): boolean {
  if (!isObject(value)) return false
  const own = new Map<string, unknown>(Object.entries(value))
  return Object.entries(fields).every(([field, is]) => is(own.get(field)))
}

const isPlaceLike: Kind = (value) => hasFields(value, { x: isNumber, y: isNumber } satisfies Record<keyof Place, Kind>)

export function isTeacher(value: unknown): value is MarketTeacher {
  return hasFields(value, {
    id: isText,
    school: isText,
    leader: isText,
    buddy: isText,
    subject: isText,
    otherSubjects: isTexts,
    requires: isText,
    qualifications: isTexts,
    otherSectors: isTexts,
    partTime: isNumber,
    tolerance: isNumber,
    radius: isNumber,
    periods: isTexts,
    year: isText,
    vetoes: isTexts,
    buddyVetoes: isTexts,
    place: (place) => place === undefined || isPlaceLike(place),
  } satisfies Record<keyof MarketTeacher, Kind>)
}

export function isSchool(value: unknown): value is MarketSchool {
  return hasFields(value, {
    id: isText,
    sector: isText,
    place: isPlaceLike,
    expertise: isLevels,
    goals: isLevels,
    vetoes: isTexts,
  } satisfies Record<keyof MarketSchool, Kind>)
}

/** Rules that give whole points: versions and weights of a caller are read with this too. */
export function isMarketRules(value: unknown): value is MarketRules {
  return hasFields(value, {
    version: (version) => isText(version) && version !== '',
    levels: (levels) => hasFields(levels, { expertise: isLevel, goal: isLevel }),
    brings: isPoints,
    learns: isPoints,
    near: (near) => hasFields(near, { of: isPoints, none: isPositive }),
    leastFit: isPoints,
    journey: (journey) => hasFields(journey, { kilometresPerHour: isPositive, detour: isPositive }),
    effort: (effort) =>
      hasFields(effort, {
        trio: isNotNegative,
        veto: isNotNegative,
        period: isNotNegative,
        radius: isNotNegative,
        tolerance: isNotNegative,
        'part-time': isNotNegative,
        subject: isNotNegative,
        sector: isNotNegative,
        qualification: isNotNegative,
      } satisfies Record<keyof MarketRules['effort'], Kind>),
  } satisfies Record<keyof MarketRules, Kind>)
}

const isLevel: Kind = (value) => isPoints(value) && isPositive(value) && Number(value) <= 100
