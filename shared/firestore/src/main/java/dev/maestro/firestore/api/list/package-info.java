/** The lists of a tenant that the API shows, each with what it shows of an entry. */
package dev.maestro.firestore.api.list;
