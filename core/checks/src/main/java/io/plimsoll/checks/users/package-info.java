/// Checks of who may do what: users, accounts, permissions.
@NullMarked
package io.plimsoll.checks.users;

import org.jspecify.annotations.NullMarked;
