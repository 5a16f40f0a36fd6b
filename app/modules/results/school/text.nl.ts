const range = ([low, high]: readonly [number, number]) => (low === high ? String(low) : `${low} tot ${high}`)

export const nl = {
  nav: 'Resultaten',
  front: {
    title: 'Kwaliteit In-zicht',
    lead: 'Hoe leren kinderen op een school lezen, taal en rekenen? Zoek een school en zie elk vak apart, wat zeker is en wat niet.',
    label: 'School, plaats of BRIN',
    search: 'Zoeken',
    none: 'Geen school gevonden',
    noneDo: 'Probeer een deel van de naam, of de plaats erbij.',
    found: (count: number, isMore: boolean) =>
      isMore ? `De eerste ${count} scholen` : count === 1 ? '1 school' : `${count} scholen`,
    more: 'Er zijn er meer. Typ meer van de naam, of de plaats erbij.',
    empty: 'Er zijn nog geen resultaten',
    emptyDo: 'De beheerder van dit platform laadt de bestanden die DUO en de Inspectie van het Onderwijs publiceren.',
    load: 'Bestanden laden',
    noFigures: 'Geen resultaten per vak gepubliceerd',
    rules: 'Twee regels naast elkaar',
    rulesLead: 'Wat gebeurt er als elk vak apart telt, in plaats van het gemiddelde van drie?',
  },
  domain: { reading: 'lezen', language: 'taal', arithmetic: 'rekenen' },
  domainTitle: { reading: 'Lezen', language: 'Taal', arithmetic: 'Rekenen' },
  level: {
    '1F': { name: 'Fundamenteel niveau (1F)', what: 'wat elk kind nodig heeft om mee te doen' },
    '1S/2F': { name: 'Streefniveau (1S/2F)', what: 'wat de meeste kinderen aankunnen' },
  },
  paragraph: {
    part: (of: readonly [number, number], domain: string) => `${range(of)} voor ${domain}`,
    reached: (parts: string) =>
      `Van elke 100 leerlingen die in drie schooljaren de eindtoets of doorstroomtoets maakten, haalden zoveel het streefniveau: ${parts}.`,
    clearlyBelow: (domains: string) =>
      `Voor ${domains} is dat te weinig voor een school met deze leerlingen, en dat is geen toeval.`,
    justBelow: (domains: string) =>
      `Voor ${domains} is het minder dan de norm voor een school met deze leerlingen; met zo weinig leerlingen kan dat toeval zijn.`,
    masked: (domains: string) =>
      `Voor ${domains} is niet te zeggen of het genoeg is: kleine aantallen zijn afgeschermd om kinderen te beschermen.`,
    allAbove: 'Dat is in elk vak genoeg voor een school met deze leerlingen.',
    allAboveSome:
      'Dat is in elk vak boven de norm voor een school met deze leerlingen; met zo weinig leerlingen kan een deel daarvan toeval zijn.',
    noNorm: 'Er is voor deze school geen norm per vak om dit naast te leggen.',
    hidden: 'De inspectie middelt de drie vakken; daardoor komt dit in haar oordeel niet naar voren.',
    togetherBelow: 'Ook over de drie vakken samen ligt de school onder de norm van de inspectie.',
    noFigures: 'Van deze school zijn geen resultaten per vak gepubliceerd voor alle drie de jaren.',
  },
  school: {
    over: 'Kwaliteit In-zicht',
    inWords: 'In het kort',
    years: '3 jaar',
    norm: (value: string) => `norm ${value}`,
    year: (period: string) => `’${period.slice(2, 4)}–’${period.slice(7, 9)}`,
    picture: (level: string, domain: string, over: string, norm: string) =>
      `${level} ${domain}: over drie jaar ${over}. ${norm}`,
    pictureNorm: (norm: string) => `De norm per vak is ${norm}.`,
    share: (low: string, high: string) => (low === high ? `${low}\u00a0%` : `${low} tot ${high}\u00a0%`),
    unknown: 'niet bekend',
    table: (level: string, domain: string) => `${level}, ${domain}: de cijfers`,
    period: 'Schooljaar',
    pupils: 'Leerlingen',
    reached: 'Haalde het niveau',
    byChance: 'Met toeval erbij',
    row: {
      years: 'Drie jaar samen',
      norm: 'Norm per vak',
      similar: 'Scholen als deze, middelste helft',
      country: 'Nederland, middelste helft',
    },
    standing: {
      'clearly-above': 'Boven de norm',
      'just-above': 'Boven de norm, maar met zo weinig leerlingen niet zeker',
      'clearly-below': 'Onder de norm',
      'just-below': 'Onder de norm, maar met zo weinig leerlingen niet zeker',
      masked: 'Niet te zeggen: afgeschermde aantallen beslissen',
      'no-norm': 'Geen norm om naast te leggen',
    },
    legend:
      'Blauw vlak: de middelste helft van scholen als deze. Dikke balk: wat afgeschermde aantallen openlaten. Dunne lijn: wat toeval bij zo weinig leerlingen kan doen.',
    similar: 'Scholen als deze',
    similarLead: (count: string) => `Vergeleken met ${count} scholen.`,
    tooFew: 'Zo zijn er minder dan tien scholen om mee te vergelijken. Kies ruimer.',
    likeness: {
      weighting: 'Leerlingen thuis (schoolweging)',
      within: (points: string) => `hooguit ${points} punt verschil`,
      any: 'maakt niet uit',
      size: 'Even groot (half tot dubbel zoveel leerlingen)',
      region: 'Waar',
      regions: { country: 'heel Nederland', province: 'dezelfde provincie', municipality: 'dezelfde gemeente' },
      apply: 'Vergelijk',
    },
    weighting: 'Schoolweging',
    weightingHint: 'van 20 (ouders met lange opleiding) tot 40',
    pupilsOver: 'Leerlingen in drie jaar',
    inspectorate: 'Inspectie, drie vakken samen',
    verdict: {
      above: 'Boven de norm',
      below: 'Onder de norm',
      'depends-on-masked': 'Niet te zeggen',
      'not-judged': 'Geen oordeel over drie jaar',
    },
    beside: (similar: string | undefined, country: string | undefined) =>
      [
        similar === undefined ? '' : `De helft van de scholen als deze: ${similar}.`,
        country === undefined ? '' : `De helft van alle scholen in Nederland: ${country}.`,
      ]
        .filter(Boolean)
        .join(' '),
    severalLocations:
      'De inspectie beoordeelt bij dit BRIN-nummer meer dan één school, of meer gebouwen samen. Welk oordeel bij dit gebouw hoort, is niet gepubliceerd; de cijfers per vak hieronder zijn van dit gebouw.',
    figuresCsv: 'Cijfers van deze school (CSV)',
    figuresExcel: 'Cijfers van deze school (Excel)',
    figuresJson: 'Cijfers van deze school (JSON)',
    register: 'Adres en gegevens van de school',
    source: (files: string) => `Bron: ${files}. <5 in zo’n bestand is 1 tot en met 4 leerlingen.`,
    none: 'Van deze school zijn geen resultaten geladen.',
    other: 'Andere school zoeken',
  },
}
