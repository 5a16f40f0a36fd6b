import type { ChangedGroup, SideBySide } from '../policy/side-by-side.ts'

/** Two rules beside each other, for the country and its parts. */
export function rulesJson({ one, other, raise, country, provinces, classes }: SideBySide) {
  return {
    today: one.id,
    proposal: other.id,
    raisedReading: raise,
    country: groupJson(country),
    provinces: provinces.map((group) => ({ name: group.name, ...groupJson(group) })),
    weightingClasses: classes.map((group) => ({ name: group.name, ...groupJson(group) })),
  }
}

function groupJson({ judged, lost, open, gained }: ChangedGroup) {
  return { judged, notEnoughThen: lost, cannotBeTold: open, enoughThen: gained }
}
