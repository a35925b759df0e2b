import type { idAccount } from './id.account';

export const enAccount: Record<keyof typeof idAccount, string> = {
  'signIn.name': 'Sign-in name', 'signIn.nameHelp': 'The name, e-mail address or telephone number that you chose.', 'signIn.password': 'Password', 'signIn.go': 'Sign in',
  'signIn.without': 'Looking at the map needs no account. Accounts are made through an invitation from a steward.',
  'account.welcome': 'You are signed in', 
  'account.unfinished': 'Choose a sign-in name and a password, so that you can come back from another device. Without them this account lives in this browser alone.', 'account.later': 'Not now, to the map',
  'account.waysIn': 'How you sign in', 'account.nameHelp': 'A name, an e-mail address or a telephone number. Nobody else sees it.', 'account.passwordHelp': 'At least 12 characters. A few words that you remember easily are enough.',
  'account.current': 'Current password', 'account.newPassword': 'New password', 'account.newPasswordHelp': 'Leave it empty to keep the present one. If you change it, you are signed out on all other devices.', 'account.save': 'Save',
  'account.shown': 'The name that others see', 'account.name': 'Name', 'account.shownHelp': 'This is how those whom you invite know you. It may be a pseudonym.',
  'account.devices': 'Devices', 'account.devicesHelp': 'You are signed in here. If there is one that you do not know, sign it out, then change your password.', 'account.device': '{browser} on {system}', 'account.deviceUnknown': 'Unknown device',
  'account.thisDevice': 'This device', 'account.seen': 'Signed in {began}, last used {seen}', 'account.end': 'Sign out', 'account.endOf': 'Sign out {device}', 'account.endOthers': 'Sign out all others',
  'account.events': 'What happened to this account',
  'account.done.saved': 'Saved.', 'account.done.finished': 'Your account is complete. From now on you can sign in from any device.', 'account.done.password': 'The password was changed, and other devices were signed out.', 'account.done.ended': 'Signed out there.',
  'securityEvent.account_made': 'Account made', 'securityEvent.signed_in': 'Signed in', 'securityEvent.sign_in_failed': 'Somebody tried to sign in with a wrong password', 'securityEvent.signed_out': 'Signed out', 'securityEvent.account_changed': 'Account changed', 'securityEvent.session_ended': 'Device signed out',
};
