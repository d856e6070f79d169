/* Another day, for test_determinism.py: the wall clock of every process that loads this is nine years behind. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

static const time_t behind = 9L * 365 * 86400;

int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int failed = real(clock, now);
    if (!failed && clock == CLOCK_REALTIME) now->tv_sec -= behind;
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec then;
    if (clock_gettime(CLOCK_REALTIME, &then)) return -1;
    now->tv_sec = then.tv_sec;
    now->tv_usec = then.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *now) {
    struct timespec then;
    clock_gettime(CLOCK_REALTIME, &then);
    if (now) *now = then.tv_sec;
    return then.tv_sec;
}
