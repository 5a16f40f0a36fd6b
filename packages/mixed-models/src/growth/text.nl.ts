export const nl = {
  language: 'nl',
  title: 'Groei per school, met 95%-interval',
  middle: 'de school in het midden',
  pupils: (count: number) => (count === 1 ? '1 leerling' : `${count} leerlingen`),
  growth: 'groei',
  verdicts: {
    above: 'boven het midden',
    below: 'onder het midden',
    'cannot-be-told-apart': 'niet te onderscheiden van het midden',
  },
  summary: (schools: number, above: number, below: number, neither: number) =>
    `${schools} scholen van minste naar meeste groei: ${above} boven het midden, ${below} eronder, ${neither} niet te onderscheiden van het midden.`,
}

export type GrowthText = typeof nl
