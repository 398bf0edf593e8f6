/** Alerts: what a person must look at, once a day per tenant and code. */
package dev.maestro.firestore.alert;
