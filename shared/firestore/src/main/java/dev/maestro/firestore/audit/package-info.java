/** Records of the decision log as documents, so that their hashes can be checked again. */
package dev.maestro.firestore.audit;
