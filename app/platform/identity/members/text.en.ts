import type { Translation } from '../../text/dictionary.ts'
import type { nl } from './text.nl.ts'

export const en: Translation<typeof nl> = {
  people: 'People',
  teams: 'Teams',
  name: 'Name',
  email: 'Mail address',
  rolesTitle: 'Roles',
  teamsTitle: 'Teams',
  noTeam: 'no team yet',
  count: (total) => (total === 1 ? '1 person' : `${total} people`),
  roles: {
    teacher: 'Teacher',
    coach: 'School coach',
    leader: 'Leader',
    board: 'Board member',
    admin: 'Admin',
  },
  roleHints: {
    teacher: 'Works on the board of their own teams.',
    coach: 'Helps all teams and sees how the school is doing.',
    leader: 'Sees and arranges everything of the school, also who belongs to it.',
    board: 'Sees their schools side by side.',
    admin: 'Arranges who belongs to this organisation.',
  },
  done: {
    invited: 'The invitation was sent.',
    withdrawn: 'The invitation was withdrawn.',
    left: 'They no longer belong here. At the bottom you can undo that.',
  },
  invited: {
    title: 'Invited',
    none: 'There are no open invitations.',
    sent: (day) => `sent on ${day}`,
    expired: 'expired',
    again: 'Send again',
    withdraw: 'Withdraw',
    more: (email) => `More about the invitation to ${email}`,
  },
  invite: {
    title: 'Invite somebody',
    name: 'Name',
    optional: '(may stay empty)',
    role: 'Role',
    teams: 'In which teams?',
    send: 'Send the invitation',
    hint: 'They get a mail with a link. The link works for 14 days.',
  },
  former: {
    title: 'Here before',
    left: (day) => `gone since ${day}`,
    restore: 'Take back',
  },
  person: {
    save: 'Save',
    saved: 'Saved.',
    self: 'This is you.',
    readOnly: 'Only a leader can change this.',
    leave: (name) => `Take ${name} out`,
    leaveAsk: (name) =>
      `Then ${name} can no longer open anything here. What ${name} wrote stays, with the name. You can undo this.`,
    leaveYes: (name) => `Yes, take ${name} out`,
    reset: 'Have the second step set up anew',
    resetAsk: (name) =>
      `For who lost phone and passkey. ${name} is signed out everywhere and gets a mail. First make sure that it really is ${name} who asks.`,
    resetYes: 'Yes, set up anew',
    resetDone: 'The second step is gone. At the next visit they choose a new one.',
  },
  team: {
    title: 'Team',
    add: 'New team',
    name: 'Name of the team',
    namePlaceholder: 'Lower years',
    make: 'Make the team',
    members: 'Who are in it?',
    size: (total) => (total === 1 ? '1 member' : `${total} members`),
    tooSmall: 'Small for a board: it works best with 6 to 10 people.',
    tooLarge: 'Large for a board: it works best with 6 to 10 people. Could you split it?',
    save: 'Save the team',
    archive: 'Put the team away',
    archiveAsk: 'The team disappears from the lists. What it made can still be read. You can take it back.',
    archiveYes: 'Yes, put it away',
    archived: 'Put away',
    restore: 'Take back',
    none: 'No teams yet',
    noneDo: 'Make a team for each part of the school. Six to ten people is a good size.',
    open: 'Members',
  },
  refused: {
    'no-such-person': 'This person no longer belongs to this organisation.',
    'no-role': 'Choose at least one role, or take this person out.',
    'last-key': 'This is the last leader or admin. First make somebody else leader or admin.',
    'not-yours': 'You may not give or take away this role.',
    'already-member': 'This person belongs here already.',
    'already-invited': 'This person is invited already. Send the invitation below again.',
    'too-many-open': 'Too many invitations are open. First withdraw old ones.',
    'no-such-team': 'This team is not here.',
    'name-taken': 'There is a team with this name already.',
    'strong-elsewhere': 'This person also leads another organisation. Have the admin of the platform do this.',
  },
  accept: {
    title: (place) => `Welcome to ${place}`,
    body: (place, role) => `You are invited to ${place}, as ${role.toLowerCase()}.`,
    by: (name) => `${name} invites you.`,
    account: (email) => `You sign in with ${email}.`,
    name: 'What is your name?',
    nameHint: 'This is how your colleagues see you on the board.',
    yes: 'Yes, I join',
    goneTitle: 'This invitation no longer works',
    gone: 'It was used, withdrawn or expired. Did you say yes already? Then sign in. Otherwise ask for a new one.',
    signIn: 'Sign in',
  },
  inviteMail: {
    subject: (place) => `Invitation from ${place}`,
    text: (inviter, place, role, link) =>
      `Hello,

${inviter ?? 'Kantelpunt'} invites you to ${place}, as ${role.toLowerCase()}.

Open this link and say yes:

${link}

The link works for 14 days. Don’t you know ${place}? Then there is nothing to do.`,
  },
  resetMail: {
    subject: 'Your second step was taken away',
    text: (name, by) =>
      `Hello ${name},

${by} took away the second step of your account and signed you out everywhere. At your next visit you choose a new one.

Did you not ask for that? Then call your school at once.`,
  },
}
