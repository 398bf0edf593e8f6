/** What an account holds and is worth, as strategies and gates see it. */
package dev.maestro.engine.signal.account;
