export const nl = {
  people: 'Mensen',
  teams: 'Teams',
  name: 'Naam',
  email: 'Mailadres',
  rolesTitle: 'Rollen',
  teamsTitle: 'Teams',
  noTeam: 'nog geen team',
  count: (total: number) => (total === 1 ? '1 mens' : `${total} mensen`),
  roles: {
    teacher: 'Leraar',
    coach: 'Schoolcoach',
    leader: 'Leider',
    board: 'Bestuurder',
    admin: 'Beheerder',
  },
  roleHints: {
    teacher: 'Werkt mee op het bord van de eigen teams.',
    coach: 'Helpt alle teams en ziet het verloop van de school.',
    leader: 'Ziet en regelt alles van de school, ook wie erbij hoort.',
    board: 'Ziet de eigen scholen naast elkaar.',
    admin: 'Regelt wie bij deze organisatie hoort.',
  },
  done: {
    invited: 'De uitnodiging is verstuurd.',
    withdrawn: 'De uitnodiging is ingetrokken.',
    left: 'Die hoort er niet meer bij. Onderaan kun je dat terugdraaien.',
  },
  invited: {
    title: 'Uitgenodigd',
    none: 'Er staan geen uitnodigingen open.',
    sent: (day: string) => `verstuurd op ${day}`,
    expired: 'verlopen',
    again: 'Stuur opnieuw',
    withdraw: 'Trek in',
    more: (email: string) => `Meer over de uitnodiging aan ${email}`,
  },
  invite: {
    title: 'Nodig iemand uit',
    name: 'Naam',
    optional: '(mag leeg blijven)',
    role: 'Rol',
    teams: 'In welke teams?',
    send: 'Verstuur de uitnodiging',
    hint: 'Die krijgt een mail met een link. De link werkt 14 dagen.',
  },
  former: {
    title: 'Vroeger erbij',
    left: (day: string) => `weg sinds ${day}`,
    restore: 'Neem weer op',
  },
  person: {
    save: 'Bewaar',
    saved: 'Bewaard.',
    self: 'Dit ben jij.',
    readOnly: 'Alleen een leider kan dit veranderen.',
    leave: (name: string) => `${name} weghalen`,
    leaveAsk: (name: string) =>
      `${name} kan dan nergens meer bij. Wat ${name} schreef, blijft staan, met de naam erbij. Je kunt dit terugdraaien.`,
    leaveYes: (name: string) => `Ja, haal ${name} weg`,
    reset: 'Tweede stap opnieuw laten instellen',
    resetAsk: (name: string) =>
      `Voor wie telefoon en passkey kwijt is. ${name} wordt overal uitgelogd en krijgt een mail. Vraag eerst na of het echt ${name} is die erom vraagt.`,
    resetYes: 'Ja, stel opnieuw in',
    resetDone: 'De tweede stap is weg. Bij het volgende bezoek kiest die een nieuwe.',
  },
  team: {
    title: 'Team',
    add: 'Nieuw team',
    name: 'Naam van het team',
    namePlaceholder: 'Onderbouw',
    make: 'Maak het team',
    members: 'Wie zitten erin?',
    size: (total: number) => (total === 1 ? '1 lid' : `${total} leden`),
    tooSmall: 'Klein voor een bord: met 6 tot 10 mensen werkt het best.',
    tooLarge: 'Groot voor een bord: met 6 tot 10 mensen werkt het best. Kun je splitsen?',
    save: 'Bewaar het team',
    archive: 'Team opbergen',
    archiveAsk: 'Het team verdwijnt uit de lijsten. Wat het maakte, blijft te lezen. Je kunt het terughalen.',
    archiveYes: 'Ja, berg het op',
    archived: 'Opgeborgen',
    restore: 'Haal terug',
    none: 'Nog geen teams',
    noneDo: 'Maak een team voor elke bouw of sectie. Zes tot tien mensen is een goede maat.',
    open: 'Ledenlijst',
  },
  refused: {
    'no-such-person': 'Deze persoon hoort niet meer bij deze organisatie.',
    'no-role': 'Kies minstens één rol, of haal deze persoon weg.',
    'last-key': 'Dit is de laatste leider of beheerder. Maak eerst iemand anders leider of beheerder.',
    'not-yours': 'Deze rol mag jij niet geven of weghalen.',
    'already-member': 'Deze persoon hoort er al bij.',
    'already-invited': 'Deze persoon is al uitgenodigd. Stuur de uitnodiging hieronder opnieuw.',
    'too-many-open': 'Er staan te veel uitnodigingen open. Trek eerst oude in.',
    'no-such-team': 'Dit team is er niet.',
    'name-taken': 'Er is al een team met deze naam.',
    'strong-elsewhere': 'Deze persoon leidt ook een andere organisatie. Laat de beheerder van het platform dit doen.',
  },
  accept: {
    title: (place: string) => `Welkom bij ${place}`,
    body: (place: string, role: string) => `Je bent uitgenodigd bij ${place}, als ${role.toLowerCase()}.`,
    by: (name: string) => `${name} nodigt je uit.`,
    account: (email: string) => `Je logt in met ${email}.`,
    name: 'Hoe heet je?',
    nameHint: 'Zo zien je collega’s je op het bord.',
    yes: 'Ja, ik doe mee',
    goneTitle: 'Deze uitnodiging werkt niet meer',
    gone: 'Ze is gebruikt, ingetrokken of verlopen. Had je al ja gezegd? Log dan in. Vraag anders om een nieuwe.',
    signIn: 'Inloggen',
  },
  inviteMail: {
    subject: (place: string) => `Uitnodiging van ${place}`,
    text: (inviter: string | null, place: string, role: string, link: string) =>
      `Hallo,

${inviter ?? 'Kantelpunt'} nodigt je uit bij ${place}, als ${role.toLowerCase()}.

Open deze link en zeg ja:

${link}

De link werkt 14 dagen. Ken je ${place} niet? Dan hoef je niets te doen.`,
  },
  resetMail: {
    subject: 'Je tweede stap is weggehaald',
    text: (name: string, by: string) =>
      `Hallo ${name},

${by} haalde de tweede stap van je account weg en logde je overal uit. Bij je volgende bezoek kies je een nieuwe.

Had je daar niet om gevraagd? Bel dan meteen je school.`,
  },
}
