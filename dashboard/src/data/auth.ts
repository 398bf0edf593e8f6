import {
  type Auth,
  browserLocalPersistence,
  browserPopupRedirectResolver,
  connectAuthEmulator,
  GoogleAuthProvider,
  indexedDBLocalPersistence,
  initializeAuth,
  isSignInWithEmailLink,
  onAuthStateChanged,
  sendSignInLinkToEmail,
  signInWithEmailAndPassword,
  signInWithEmailLink,
  signInWithPopup,
  signOut,
  type User,
} from 'firebase/auth';
import { sentence } from './authwords';
import { connect, type Connection } from './firebase';
import type { Session } from './session';
import type { Settings } from './settings';

const EMAIL = 'maestro-sign-in-email';

/** Signing in with Firebase Auth; loaded only where it is used. */
export class SignIn {
  private readonly connection: Connection;
  private readonly auth: Auth;

  constructor(settings: Settings) {
    this.connection = connect(settings);
    this.auth = initializeAuth(this.connection.app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
    if (settings.authEmulator) {
      connectAuthEmulator(this.auth, settings.authEmulator, { disableWarnings: true });
    }
  }

  /** Tells who is signed in now, and whenever that changes. */
  watch(told: (session: Session | undefined) => void, failed: (sentence: string) => void): void {
    onAuthStateChanged(this.auth, (user) => {
      if (!user) {
        told(undefined);
        return;
      }
      this.session(user).then(told, (error: unknown) => failed(sentence(error)));
    });
  }

  async withPassword(email: string, password: string): Promise<void> {
    await signInWithEmailAndPassword(this.auth, email, password);
  }

  async withGoogle(): Promise<void> {
    await signInWithPopup(this.auth, new GoogleAuthProvider(), browserPopupRedirectResolver);
  }

  async sendLink(email: string): Promise<void> {
    localStorage.setItem(EMAIL, email);
    await sendSignInLinkToEmail(this.auth, email, { url: location.href.split('#')[0] ?? location.href, handleCodeInApp: true });
  }

  /** Whether this page was opened by a link that signs in. */
  get isLink(): boolean {
    return isSignInWithEmailLink(this.auth, location.href);
  }

  get linkEmail(): string | null {
    return localStorage.getItem(EMAIL);
  }

  async withLink(email: string): Promise<void> {
    await signInWithEmailLink(this.auth, email, location.href);
    localStorage.removeItem(EMAIL);
    history.replaceState(null, '', location.pathname + location.hash);
  }

  private async session(user: User): Promise<Session> {
    const { claims } = await user.getIdTokenResult();
    const claimed = claims['tenant_id'];
    return {
      uid: user.uid,
      tenant: typeof claimed === 'string' && claimed !== '' ? claimed : user.uid,
      shown: user.email ?? user.displayName ?? user.uid,
      db: this.connection.db,
      token: () => user.getIdToken(),
      signOut: () => signOut(this.auth),
    };
  }
}
