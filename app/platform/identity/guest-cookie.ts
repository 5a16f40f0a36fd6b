/** Name of the cookie of somebody without an account: a guest of a board session, a pupil on a class board. */
export const guestCookie = 'kantelpunt_guest'
