import { shown, some } from '../language.ts'

/** What a rule asks of a panel, and of how many people in the pool it can be kept. */
export const nl = {
  rules: {
    min: (feature: string, value: string, min: number, people: number) =>
      `${shown(feature)}: minstens ${min} keer ${shown(value)} (er ${people === 1 ? 'is' : 'zijn'} er ${people})`,
    max: (feature: string, value: string, max: number, people: number) =>
      `${shown(feature)}: hoogstens ${max} keer ${shown(value)} (er ${people === 1 ? 'is' : 'zijn'} er ${people})`,
    limit: (name: string, most: number, people: number) => `hoogstens ${most} van de ${people} met ${shown(name)}`,
    selected: (ids: readonly string[]) => `al gekozen: ${some(ids)}`,
    excluded: (ids: readonly string[]) => `mag niet mee: ${some(ids)}`,
  },
  feasible: 'Er is een panel dat alle quota haalt.',
  infeasible: (seats: number) => `Geen panel van ${seats} haalt alle quota.`,
  noTime: 'De tijd was om voordat vaststond of er een panel is. Geef meer tijd.',
  tooFew: (rule: string) => `Dit kan niet: ${rule}.`,
  conflict: (rules: readonly string[], isMinimal: boolean) =>
    isMinimal
      ? `Deze ${rules.length} regels kunnen niet samen; zonder één ervan kunnen de andere wel. ${rules.join('; ')}.`
      : `Deze ${rules.length} regels kunnen niet samen; misschien is een deel ervan al te veel. ${rules.join('; ')}.`,
  change: (feature: string, value: string, from: readonly [number, number], to: readonly [number, number]) =>
    `${shown(feature)}, ${shown(value)}: ${[
      ...(from[0] === to[0] ? [] : [`minimum van ${from[0]} naar ${to[0]}`]),
      ...(from[1] === to[1] ? [] : [`maximum van ${from[1]} naar ${to[1]}`]),
    ].join(', ')}`,
  beyond: (change: string, seats: number) => `${change} (${seats} buiten de ruimte)`,
  within: (changes: readonly string[], isProven: boolean) =>
    `${isProven ? 'De kleinste verruiming' : 'Een verruiming'} binnen de ruimte: ${changes.join('; ')}.`,
  outside: (changes: readonly string[], isProven: boolean) =>
    `De ruimte (min_flex, max_flex) is niet genoeg. ${isProven ? 'Het minste dat' : 'Wat'} helpt: ${changes.join('; ')}.`,
  noRelaxation:
    'Andere quota helpen niet: de grenzen per adres of school, wie al gekozen is en wie niet mee mag botsen.',
  noTimeToRelax: 'De tijd was om voordat er een verruiming was. Geef meer tijd.',
  impossible: (ids: readonly string[], why: string) =>
    ids.length === 1
      ? `${some(ids)} kan op geen enkel panel. ${why}`
      : `${ids.length} mensen kunnen op geen enkel panel: ${some(ids)}. ${why}`,
  impossibleConflict: (rules: readonly string[]) =>
    rules.length === 1
      ? `Want: ${rules.join()}.`
      : `Samen met deze persoon kunnen niet alle ${rules.length}: ${rules.join('; ')}.`,
  impossibleUnknown: 'De tijd was om voordat de reden gevonden was.',
  unknown: (count: number) => `Van ${count} mensen staat nog niet vast of er een panel met hen is. Geef meer tijd.`,
}

export type CheckText = typeof nl
