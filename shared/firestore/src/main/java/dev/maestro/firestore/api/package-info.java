/** What the API shows and takes; it knows documents and tenants, and nothing of HTTP. */
package dev.maestro.firestore.api;
