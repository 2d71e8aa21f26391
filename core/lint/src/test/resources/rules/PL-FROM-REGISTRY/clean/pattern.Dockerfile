FROM eu.trusted.example/a/b:1
