/** Reads for somebody who is waiting: documents, and lists page by page. */
package dev.maestro.firestore.api.page;
