#include <sqlite3.h>
#include <stdio.h>

int main(void) {
    printf("hello from c, %d\n", sqlite3_libversion_number() >= 3000000);
    return 0;
}
