/** What the page of a lottery says in Dutch. */
export const nl = {
  title: 'De loting van het panel',
  skip: 'Naar de inhoud',
  other: 'English',
  lead: 'Trek het zelf na. Deze pagina doet alles op jouw eigen apparaat, ook zonder internet.',
  steps: {
    list: 'De lijst lag vooraf vast',
    draw: 'Het toeval wijst aan',
    me: 'Sta ik op de lijst?',
  },
  list: {
    made: (panels: string, seats: string) => `Er liggen ${panels} mogelijke panels klaar, elk van ${seats} mensen.`,
    equal:
      'Elk panel heeft evenveel kans. De vingerafdruk hieronder is vooraf gepubliceerd: wie één naam verandert, krijgt een andere.',
    hash: 'Vingerafdruk (SHA-256)',
    right: (milliseconds: string) => `Klopt. Deze pagina rekende de vingerafdruk opnieuw uit in ${milliseconds} ms.`,
    changed: 'De lijst op deze pagina is veranderd. Vertrouw deze pagina niet en vraag om de echte.',
    publishedLabel: 'Wat was vooraf gepubliceerd?',
    publishedHint: 'Plak de vingerafdruk die je vóór de loting kreeg.',
    compare: 'Vergelijk',
    same: 'Dat is dezelfde. Aan de lijst is niets veranderd.',
    different: 'Dat is een andere. Dit is niet de lijst die vooraf is gepubliceerd.',
    nothing: 'Plak eerst de vingerafdruk.',
    download: 'Bewaar de lijst',
  },
  draw: {
    text: 'Vul in wat iedereen na het publiceren kon zien: de dobbelstenen, een landelijke loterij, een baken.',
    digits: (digits: string) =>
      `Vul de ${digits} cijfers in die zijn getrokken. Het getal is het nummer van het panel; alleen nullen is het laatste panel.`,
    label: 'Wat kwam eruit?',
    hint: 'Hoofdletters, leestekens en spaties maken niet uit. Nullen vooraan wel: 03 is iets anders dan 3.',
    button: 'Wijs het panel aan',
    empty: 'Vul eerst in wat eruit kwam: letters of cijfers.',
    notDigits: (digits: string) => `Vul precies ${digits} cijfers in.`,
    number: (number: string) => `Panel ${number}`,
    of: (panels: string) => `van ${panels}`,
    counted: (text: string, milliseconds: string) => `Geteld als “${text}”, uitgerekend in ${milliseconds} ms.`,
    members: (count: string) => `De ${count} leden`,
    youAreOn: 'Jij zit in dit panel.',
    youAreNotOn: 'Jij zit niet in dit panel.',
    changed: 'Er is niets aan te wijzen: de lijst klopt niet.',
  },
  me: {
    idLabel: 'Jouw naam of nummer',
    idHint: 'Zoals het bij je aanmelding staat.',
    keyLabel: 'Jouw sleutel',
    keyHint: 'De 16 letters en cijfers die je kreeg. Ze blijven op dit apparaat.',
    pseudonymHint:
      'Op de lijst staan schuilnamen. Met je nummer en je sleutel vind je de jouwe; een schuilnaam mag ook.',
    button: 'Zoek mij op',
    empty: 'Vul eerst in wie je bent.',
    none: 'Op geen enkel panel. Kijk of je het precies zo schreef als bij je aanmelding.',
    on: (count: string, panels: string) => `Op ${count} van de ${panels} panels`,
    chance: (chance: string) => `Jouw kans was dus ${chance}.`,
    picture: (count: string, panels: string) => `Alle ${panels} panels als blokjes; op de ${count} gekleurde sta jij.`,
    drawn: 'Het omlijnde blokje is het getrokken panel.',
  },
  how: {
    title: 'Zo werkt het precies',
    hash: 'De vingerafdruk is SHA-256 over de lijst als tekst (UTF-8). Bewaar de lijst en reken hem na met een ander programma, zoals sha256sum.',
    text: 'Van wat eruit kwam worden letters klein en wordt alles wat geen letter of cijfer is één spatie (Unicode NFKC). Daarvóór komen op eigen regels: kantelpunt-panel-draw/1, de vingerafdruk, het aantal panels en een 0. SHA-256 daarvan, gelezen als getal, gedeeld door het aantal panels: de rest plus 1 is het nummer. Ligt het getal boven het laatste hele veelvoud, dan wordt de 0 een 1 en gaat het opnieuw.',
    digits: 'De getrokken cijfers zijn het nummer. Er wordt niets mee gerekend.',
  },
  noScript: 'Zet JavaScript aan om de loting na te rekenen. De pagina haalt of stuurt niets.',
}

export type PageText = typeof nl
